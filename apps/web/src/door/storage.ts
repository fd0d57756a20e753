import type { Storage } from "./door.ts";

/** What the browser says of its own storage; asked on the page, where alone it may be asked to keep it. */
export const browserStorage: Storage = {
  persist: async () => answerOf(await asked(() => navigator.storage.persist())),
  isPersisted: async () => answerOf(await asked(() => navigator.storage.persisted())),
  estimate: async () => {
    const estimate = await asked(() => navigator.storage.estimate());
    if (estimate?.quota === undefined || estimate.usage === undefined) return undefined;
    return {
      usedInBytes: estimate.usage,
      availableInBytes: Math.max(0, estimate.quota - estimate.usage),
    };
  },
};

/** Browsers without it, or that refuse to say, answer by an exception. */
const asked = async <T>(ask: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await ask();
  } catch {
    return undefined;
  }
};

const answerOf = (granted: boolean | undefined): "granted" | "refused" | "unknown" => {
  if (granted === undefined) return "unknown";
  return granted ? "granted" : "refused";
};
