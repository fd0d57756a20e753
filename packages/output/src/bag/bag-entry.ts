import type { BagWork } from "./bag-work.ts";
import { encodeText } from "./file-ledger.ts";

/** One file of a bag, its path beginning with the bag's name. Read `bytes` to the end before taking the next one. */
export interface BagEntry {
  readonly path: string;
  readonly bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** Where it is known before it is read. */
  readonly sizeInBytes?: number;
}

/** Text on its way out, noted in the ledger. */
export const textEntry = (work: BagWork, path: string, pieces: Iterable<string>): BagEntry => ({
  path,
  bytes: work.ledger.pass(path, encodeText(pieces)),
});

export const bytesEntry = (work: BagWork, path: string, content: Uint8Array): BagEntry => ({
  path,
  bytes: work.ledger.pass(path, [content]),
  sizeInBytes: content.length,
});
