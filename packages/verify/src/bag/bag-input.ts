import type { ByteSource } from "@holdfast/evidence";

/** A file of a folder; `path` uses "/" and is relative to the folder that was chosen. */
export interface FolderFile {
  readonly path: string;
  readonly source: ByteSource;
}

/** What is to be checked: a zip, or a folder that somebody unpacked. */
export type BagInput =
  | { readonly kind: "zip"; readonly source: ByteSource }
  | { readonly kind: "folder"; readonly files: readonly FolderFile[] };

/** One file of the bag; `path` is relative to the bag's own folder. */
export interface BagFile {
  readonly path: string;
  readonly sizeInBytes: number;
  /** Rejects with what the source or the zip reader throws; only `readGuarded` and `hashGuarded` call it. */
  readonly open: () => Promise<ByteSource>;
}

export interface Bag {
  /** The folder's name, without "/"; empty when the bag lies at the top. */
  readonly name: string;
  readonly files: ReadonlyMap<string, BagFile>;
}
