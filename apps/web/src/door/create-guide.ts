import { type Channel, createChannel, type WireWorker } from "../wire/channel.ts";
import { guideContract, keptWordsContract } from "./contract/guide-contract.ts";
import type { Guide } from "./guiding.ts";

/** `vault`: the channel to the worker with keys; the guide's own worker starts at its first call. */
export const createGuide = (vault: Channel, startWorker: () => WireWorker): Guide => {
  const channel = createChannel({
    startWorker,
    onNews: () => undefined,
    onDeath: () => undefined,
  });
  return {
    understand: (known, work) => channel.call(guideContract.understand, known, work),
    checkDraft: (given) => channel.call(guideContract.checkDraft, given),
    keptWords: () => vault.call(keptWordsContract.keptWords, undefined),
  };
};
