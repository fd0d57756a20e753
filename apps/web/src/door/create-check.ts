import { createChannel, type WireWorker } from "../wire/channel.ts";
import type { Check } from "./checking.ts";
import { checkContract as contract } from "./contract/check-contract.ts";

type Secret = NonNullable<NonNullable<Parameters<Check["verify"]>[1]>["secret"]>;

/** Each check has a worker of its own, which ends with it: whatever a hostile copy does, it does there. */
export const createCheck = (startWorker: () => WireWorker): Check => ({
  verify: async (bag, { secret, seal, timestampRoots, ...work } = {}) => {
    const channel = createChannel({
      startWorker,
      onNews: () => undefined,
      onDeath: () => undefined,
    });
    const { signal } = work;
    // A worker in the middle of its work need not listen.
    const abort = (): void => channel.end({ code: "cancelled" });
    signal?.addEventListener("abort", abort, { once: true });
    try {
      return await channel.call(
        contract.verify,
        {
          bag,
          ...(secret === undefined ? {} : { secret: toWire(secret) }),
          ...(seal === undefined ? {} : { seal }),
          ...(timestampRoots === undefined ? {} : { timestampRoots }),
        },
        work,
      );
    } finally {
      signal?.removeEventListener("abort", abort);
      channel.end({ code: "cancelled" });
    }
  },
});

const toWire = (secret: Secret) =>
  secret.kind === "passphrase"
    ? { kind: secret.kind, passphrase: secret.passphrase.reveal() }
    : { kind: secret.kind, identities: secret.identities.reveal() };
