import type { CheckContext } from "../check-context.ts";
import type { BagFile } from "./bag-input.ts";
import type { Digests } from "./hash-file.ts";
import { guarded } from "./read-guarded.ts";

/** Small files wait for each other's disk and messages; more than this only costs memory: two chunks of 1 MiB each. */
const filesAtATime = 4;

/** The digests of every file that could be read; the others have a finding. */
export const hashAll = async (
  context: CheckContext,
  files: Iterable<BagFile>,
): Promise<ReadonlyMap<string, Digests>> => {
  const digests = new Map<string, Digests>();
  const queue = files[Symbol.iterator]();
  const work = async (): Promise<void> => {
    for (let next = queue.next(); next.done !== true; next = queue.next()) {
      const file = next.value;
      const found = await guarded(context, file.path, async () =>
        context.hashFile(await file.open(), { onBytes: context.onBytes, signal: context.signal }),
      );
      if (found !== undefined) digests.set(file.path, found);
    }
  };
  await Promise.all(Array.from({ length: filesAtATime }, work));
  return digests;
};
