/** One file or folder of a zip, as its list of files tells it. Nothing of it has been read yet. */
export interface ZipEntry {
  /** Its place in the list, from 0. */
  readonly index: number;
  /** Safe as a relative path: "/" between folders, no "..", no drive, no NUL. Unique in its listing. */
  readonly name: string;
  readonly isFolder: boolean;
  readonly method: "stored" | "deflate";
  /** What the list claims; reading counts the real bytes. */
  readonly sizeInBytes: number;
  readonly compressedSizeInBytes: number;
  readonly crc32: number;
  /** Where its local header stands in the source. */
  readonly headerOffset: number;
  /** Nothing of this entry may be read at or behind this place: the next entry or the list begins there. */
  readonly endsBefore: number;
  /** The name's bytes as written, to compare with the local header. */
  readonly rawName: Uint8Array;
}

/** Why an entry, or a part of an archive, was not taken. */
export type ZipNoteCode =
  | "archive_damaged"
  | "archive_too_many_entries"
  | "entry_path_unsafe"
  | "entry_encrypted"
  | "entry_method_unknown"
  | "entry_size_lies"
  | "entry_is_link"
  | "entry_name_repeated"
  | "entry_overlaps";

export interface ZipNote {
  readonly code: ZipNoteCode;
  /** The entry's name as it stands in the archive, hostile or not: for showing, never a path to open. */
  readonly name?: string;
  /** Where the entry's header stands; for the archive itself: the whole source. */
  readonly offset: number;
  readonly length: number;
}

/** What every reader of zips keeps, each named after the attack that it stops. */
export interface ZipLimits {
  /** Archives with millions of empty entries. */
  readonly maximumArchiveEntries: number;
  /** Zip bombs: what all entries of an archive may expand to together. */
  readonly maximumExpandedSizeInBytes: number;
  /** Zip bombs of one entry: output for each byte of input, counted after the first mebibyte. */
  readonly maximumExpansionRatio: number;
}

export type ZipEntryErrorCode =
  | "archive_damaged"
  | "entry_size_lies"
  | "entry_checksum_wrong"
  | "entry_too_large"
  | "archive_expands_too_much";

/**
 * What an entry's bytes turned out to be. Thrown while reading, because a byte stream has no other way to say it;
 * whoever opens an entry catches it at that place and makes a note of its code.
 */
export class ZipEntryFailure extends Error {
  readonly code: ZipEntryErrorCode;

  constructor(code: ZipEntryErrorCode, cause?: unknown) {
    super(code, { cause });
    this.name = "ZipEntryFailure";
    this.code = code;
  }
}
