import type { Channel } from "../wire/channel.ts";
import { giveContract as contract } from "./contract/give-contract.ts";
import type { BagLock, Give } from "./giving.ts";
import { toWireSecret } from "./wire-secret.ts";

export const createGive = (channel: Channel): Give => ({
  plan: (request) => channel.call(contract.plan, request),
  build: (plan, lock, work) => channel.call(contract.build, { plan, lock: toWireLock(lock) }, work),
  backup: ({ withPrivateShelf = true, ...work } = {}) =>
    channel.call(contract.backup, { withPrivateShelf }, work),
  testBackup: (backup, secret, work) =>
    channel.call(contract.testBackup, { backup, secret: toWireSecret(secret) }, work),
  checkRecipient: (recipient) => channel.call(contract.checkRecipient, recipient),
  logHead: () => channel.call(contract.logHead, undefined),
  timestampRequest: (of) => channel.call(contract.timestampRequest, of),
  timestampResponse: (response, options = {}) =>
    channel.call(contract.timestampResponse, { response, ...options }),
});

const toWireLock = (lock: BagLock) =>
  lock.kind === "passphrase" ? { ...lock, passphrase: lock.passphrase.reveal() } : lock;
