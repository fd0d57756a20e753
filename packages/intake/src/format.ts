import type { ExpansionBudget } from "@holdfast/containers";
import type { ByteSource, ExhibitKind, Parsed } from "@holdfast/evidence";

import type { Limits } from "./limits.ts";

/** What recognition may look at: the name as a hint, the first bytes as proof. Pure. */
export interface FileHead {
  /** The name as it was given, folders included; a hint only. */
  readonly name: string;
  readonly sizeInBytes: number;
  /** The first `headSizeInBytes` bytes, or the whole file when it is shorter. */
  readonly head: Uint8Array;
}

/** Enough for every signature, the first headers of a mail and the first lines of a chat. */
export const headSizeInBytes = 65_536;

/**
 * How sure a format is that the file is its own. `none`: it is not. `name`: only the file's name says so.
 * `shape`: the content looks like it. `signature`: the content says so itself.
 */
export type Confidence = "none" | "name" | "shape" | "signature";

export interface Recognition {
  readonly confidence: Confidence;
  readonly mediaType: string;
  /** Short codes for `inspect`: what in the name or in the bytes led to this. */
  readonly reasons: readonly string[];
}

/** What may be kept of a file in a protected case (care rules 1 and 2). */
export type ProtectedClass =
  /** Text and nothing else: kept as it is. */
  | "text"
  /** Words and other things in one file: only the words are kept. */
  | "mixed"
  /** Picture, recording, or unknown: nothing is kept, not even a hash. */
  | "not-words";

/**
 * One kind of file. `parse` gives batches: a million single awaits cost more than the parsing itself (ADR 0003).
 * It never throws on bad input and never repairs silently: items and notes cover the source.
 */
export interface Format {
  readonly id: string;
  readonly exhibitKind: ExhibitKind;
  readonly protectedClass: ProtectedClass;
  readonly recognise: (head: FileHead) => Recognition;
  readonly parse: (input: ParseInput) => AsyncIterable<readonly Parsed[]>;
  /**
   * Looks beyond the head where the head cannot tell: a zip's list of files stands at its end. Asked only when
   * `recognise` did not say `none`; its answer replaces that one.
   */
  readonly confirm?: (input: ParseInput) => Promise<Recognition>;
  /** Only for `mixed`: the words of the file as sources of their own, each then sealed like a file. */
  readonly keepWords?: (input: ParseInput) => AsyncIterable<KeptWords>;
}

export interface ParseInput {
  readonly source: ByteSource;
  readonly name: string;
  readonly limits: Limits;
  readonly signal?: AbortSignal;
  /** The source is the words of a file whose media were not kept: what is missing is missing for that reason. */
  readonly wordsOnly?: boolean;
  /** Set by take-in for every format: how a container hands over what is inside it, bounded in depth. */
  readonly nested?: NestedIntake;
}

/** A file inside the file that is being parsed: a zip's entry, a mail's attachment. */
export interface Member {
  readonly source: ByteSource;
  /** Its last name, as a hint for recognition. */
  readonly name: string;
  /** The way to it from the file being parsed; put before the member path of everything found in it. */
  readonly path: readonly string[];
}

/** Recognition and parsing of members by all known formats, without a format having to know the registry. */
export interface NestedIntake {
  /** What archives may still expand to, shared by everything inside one file. */
  readonly budget: ExpansionBudget;
  /** Never throws; gives `archive_too_deep` instead of going deeper than `limits.maximumNesting`. */
  readonly parse: (member: Member) => AsyncIterable<readonly Parsed[]>;
  /** The words of a member for a protected case; names carry the member's path, joined with "/". */
  readonly keepWords: (member: Member) => AsyncIterable<KeptWords>;
}

/**
 * Words taken out of a mixed file: the only thing of it that reaches the vault in a protected case. `name` is relative
 * to the file ("folder/notes.txt"); whoever asked puts the file's own name before it.
 */
export type KeptWords =
  | {
      readonly kind: "words";
      readonly name: string;
      readonly mediaType: string;
      readonly exhibitKind: ExhibitKind;
      readonly bytes: Uint8Array;
    }
  | {
      readonly kind: "not-kept";
      readonly name: string;
      readonly code: "picture_not_kept" | "recording_not_kept" | "file_not_kept";
    };
