import type { Channel } from "../wire/channel.ts";
import { keysContract as contract } from "./contract/keys-contract.ts";
import type { Keys } from "./opening.ts";
import { toWireSecret } from "./wire-secret.ts";

export const createKeys = (channel: Channel): Keys => ({
  list: () => channel.call(contract.list, undefined),
  add: (secret) => channel.call(contract.add, toWireSecret(secret)),
  remove: (id) => channel.call(contract.remove, id),
  replacePassphrase: (old, next) =>
    channel.call(contract.replacePassphrase, { old: old.reveal(), next: next.reveal() }),
  renew: (secret, newSecrets, work) =>
    channel.call(
      contract.renew,
      { secret: toWireSecret(secret), newSecrets: newSecrets.map((one) => toWireSecret(one)) },
      work,
    ),
  createRecoveryWords: () => channel.call(contract.createRecoveryWords, undefined),
  createCards: (of) => channel.call(contract.createCards, of),
  check: (secret) => channel.call(contract.check, toWireSecret(secret)),
});
