import {
  bytesToHex,
  type HasherDep,
  type Sha256Hex,
  type Sha512Hex,
  toSha256Hex,
  toSha512Hex,
} from "@holdfast/evidence";

import { utf8 } from "../hash.ts";

export interface FileDigests {
  readonly sha256: Sha256Hex;
  readonly sha512: Sha512Hex;
  readonly sizeInBytes: number;
}

/** Remembers the digests of what streamed out: a hundred bytes a file, whatever its size. */
export interface FileLedger {
  /** The same bytes; when they have all gone by, the file stands in the ledger. */
  readonly pass: (
    path: string,
    bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  ) => AsyncGenerator<Uint8Array>;
  readonly digestsOf: (path: string) => FileDigests | undefined;
  /** "<hex>  <path>" lines in bytewise order, of the paths that start with `prefix`. */
  readonly manifest: (algorithm: "sha256" | "sha512", paths: readonly string[]) => string;
  readonly paths: (prefix: string) => readonly string[];
}

export const createFileLedger = (deps: HasherDep): FileLedger => {
  const files = new Map<string, FileDigests>();
  return {
    async *pass(path, bytes) {
      const sha256 = deps.hasher.sha256();
      const sha512 = deps.hasher.sha512();
      let sizeInBytes = 0;
      for await (const chunk of bytes) {
        sha256.update(chunk);
        sha512.update(chunk);
        sizeInBytes += chunk.length;
        yield chunk;
      }
      files.set(path, {
        sha256: toSha256Hex(bytesToHex(sha256.digest())),
        sha512: toSha512Hex(bytesToHex(sha512.digest())),
        sizeInBytes,
      });
    },
    digestsOf: (path) => files.get(path),
    manifest: (algorithm, paths) =>
      // Paths are ASCII: the order of UTF-16 code units is the order of bytes.
      paths
        .toSorted()
        .map((path) => `${files.get(path)?.[algorithm] ?? ""}  ${path}\n`)
        .join(""),
    paths: (prefix) => [...files.keys()].filter((path) => path.startsWith(prefix)),
  };
};

const pieceSizeInCharacters = 1 << 16;

/** Text in pieces of about 64 KB, in UTF-8. */
export function* encodeText(pieces: Iterable<string>): Generator<Uint8Array<ArrayBuffer>> {
  let held = "";
  for (const piece of pieces) {
    held += piece;
    if (held.length >= pieceSizeInCharacters) {
      yield utf8(held);
      held = "";
    }
  }
  if (held !== "") yield utf8(held);
}
