import type { ByteSource } from "@holdfast/evidence";

/**
 * A text that is written anew whenever it is read: a chat of a million messages is never held whole.
 *
 * `pieces` gives the same pieces each time, `sizeInBytes` of UTF-8 in all. Reading goes forward; a place further back begins again.
 */
export const createWordsSource = (
  pieces: () => Iterable<string>,
  sizeInBytes: number,
): ByteSource => {
  let reader = createReader(pieces());
  return {
    sizeInBytes,
    read: (offset, length) => {
      if (offset < reader.at()) reader = createReader(pieces());
      reader.skipTo(offset);
      return Promise.resolve(reader.take(Math.min(length, sizeInBytes - offset)));
    },
  };
};

const encoder = new TextEncoder();

const createReader = (pieces: Iterable<string>) => {
  const iterator = pieces[Symbol.iterator]();
  let waiting = new Uint8Array(0);
  let position = 0;
  const fill = (): boolean => {
    while (waiting.length === 0) {
      const next = iterator.next();
      if (next.done === true) return false;
      waiting = encoder.encode(next.value);
    }
    return true;
  };
  const pass = (length: number): Uint8Array => {
    const passed = waiting.subarray(0, length);
    waiting = waiting.subarray(passed.length);
    position += passed.length;
    return passed;
  };
  return {
    at: () => position,
    skipTo: (offset: number): void => {
      for (let left = offset - position; left > 0 && fill(); left = offset - position) pass(left);
    },
    take: (length: number): Uint8Array<ArrayBuffer> => {
      const taken = new Uint8Array(Math.max(0, length));
      let done = 0;
      while (done < taken.length && fill()) {
        const passed = pass(taken.length - done);
        taken.set(passed, done);
        done += passed.length;
      }
      return taken.subarray(0, done);
    },
  };
};
