import type { ExhibitId, ExhibitKind, ExhibitOrigin, ItemKind, Note } from "@holdfast/evidence";

import type { DoorError } from "./door-error.ts";
import type { Answer, Work } from "./work.ts";

/** How it came to be here, as the person says it in one tap. Recorded with the file and not changed afterwards. */
export type GivenOrigin = Extract<
  ExhibitOrigin,
  "captured-here" | "imported" | "received-export" | "from-other-person"
>;

export interface FileToKeep {
  readonly file: Blob;
  /** As it was given; a path below a dropped folder has "/" in it. */
  readonly name: string;
  /** Left out: `received-export` for a chat's export, `imported` for all else. */
  readonly origin?: GivenOrigin;
  /** Of an archive this one thing, as `See.bytes` names it, and nothing else of it (care rule 4). */
  readonly member?: readonly string[];
}

export interface KeptFile {
  readonly exhibit: ExhibitId;
  readonly name: string;
  readonly kind: ExhibitKind;
  readonly origin: ExhibitOrigin;
  /** `whatsapp-txt`, `eml`, `picture`, …; `document` when nobody knows it: it is kept like everything else. */
  readonly format: string;
  readonly mediaType: string;
  readonly sizeInBytes: number;
  readonly sha256: string;
  /** The same bytes were kept before: a second exhibit of one source. */
  readonly alreadyKept: boolean;
  readonly items: number;
  readonly itemsByKind: Readonly<Partial<Record<ItemKind, number>>>;
  /** The first hundred remarks of the parser, and how many there are. */
  readonly notes: readonly Note[];
  readonly noteCount: number;
  /** How many of them say that something was damaged, refused or not read. */
  readonly findings: number;
}

export type KeepEvent =
  /** A file's turn has come; `index` into what was given. */
  | { readonly kind: "began"; readonly index: number; readonly name: string }
  | { readonly kind: "kept"; readonly index: number; readonly file: KeptFile }
  /** One file may give several of these: the parts of it that a protected case does not keep. */
  | {
      readonly kind: "not-kept";
      readonly index: number;
      readonly name: string;
      readonly error: DoorError;
    }
  /** The last event, when not all had their turn although nobody aborted it: the place was locked, or is damaged. */
  | { readonly kind: "stopped"; readonly error: DoorError };

export interface KeepOptions extends Work {
  /** Strangers: chats are read without the pictures and recordings that the other side sent. Default: from the facts. */
  readonly withoutMedia?: boolean;
  /**
   * Asked at the first picture while the case is `unasked` (care rule 1), once in a call. `undefined`: not now; then
   * that picture and the following are `picture_question_open`, and are not kept.
   */
  readonly askPictures?: (file: {
    readonly name: string;
  }) => Promise<"all-adult" | "protected" | undefined>;
}

/** Words that the person gives. */
export interface TextToKeep {
  readonly text: string;
  /**
   * - `pasted`: copied out of a chat or a page: kept as a note whose words came from elsewhere
   * - `written`: typed off, or told from memory
   * - `call`: what was said in a call
   * - `witness`: what another person says they saw
   * - `read-from-picture`: words read out of a picture that is not kept, confirmed by the person (care rule 2)
   */
  readonly what: "pasted" | "written" | "call" | "witness" | "read-from-picture";
  /** A short title, the name of the exhibit. */
  readonly title: string;
}

export interface InboxList {
  /** Oldest first; those that cannot be read come last. */
  readonly entries: readonly (
    | {
        readonly state: "readable";
        readonly id: string;
        readonly name: string;
        readonly mediaType: string;
        readonly sharedAt: number;
        readonly sizeInBytes: number;
      }
    | { readonly state: "damaged" | "foreign"; readonly id: string }
  )[];
  /** How many more there are; they are listed when the first ones are gone. */
  readonly notListed: number;
}

/** A note of the person's own: private and changeable until it is added to the record (care rule 6). */
export interface PrivateNote {
  readonly id: string;
  readonly text: string;
  readonly exhibit?: ExhibitId;
  readonly changedAt: number;
}

/** What the person said into the app: private until it is added to the record, like a note (care rule 6). */
export interface VoiceNote {
  readonly id: string;
  readonly saidAt: number;
  readonly durationMs: number;
  readonly sizeInBytes: number;
}

export interface VoiceToKeep {
  /** What the browser's recorder wrote: WebM or MP4, nothing but sound. */
  readonly sound: Blob;
  readonly saidAt: number;
  readonly durationMs: number;
  /** A name with its day and time, as the reader's clock shows them: that of the file, should it become one. */
  readonly name: string;
}

export interface WordsOfLocked {
  /** Locked files whose words stand in a text of their own: saved chats, and all else (mails, pages). */
  readonly chats: number;
  readonly others: number;
  /** Locked, with words in them that stand nowhere else. */
  readonly notYet: readonly { readonly exhibit: ExhibitId; readonly name: string }[];
  readonly isWriting: boolean;
}

export interface Keep {
  /**
   * One file after the other, each recognised, sealed, parsed and committed before the next. Ends when all had their
   * turn, after an abort, or with the lock: files that had no turn give no event. Leaving the loop is an abort.
   * After the last file the search index is completed in the background.
   */
  readonly keepFiles: (
    files: readonly FileToKeep[],
    options?: KeepOptions,
  ) => AsyncIterable<KeepEvent>;
  readonly keepText: (text: TextToKeep) => Answer<KeptFile>;
  /** The answer to the question about pictures, when it was given elsewhere. Errors: `pictures_protected`. */
  readonly answerPictures: (answer: "all-adult" | "protected") => Answer<void>;
  /** Takes back that the case is protected: only when the person says that the answer was a mistake. */
  readonly liftPictureProtection: () => Answer<void>;
  /** Taken out of lists and copies, not destroyed. */
  readonly withdraw: (id: ExhibitId) => Answer<void>;
  /**
   * Destroys its key, bytes and index; the log says only that something was removed. Of what is locked the words are
   * written out first; where that cannot be, nothing is deleted (`words_not_kept`) unless `evenWords` says so.
   */
  readonly erase: (id: ExhibitId, options?: { readonly evenWords?: boolean }) => Answer<void>;
  /** How far the words of locked files are written out: by itself, from the moment when the case is protected. */
  readonly wordsOfLocked: () => Answer<WordsOfLocked>;

  /** What was shared into the app while the place was locked, sealed to it and not taken in yet. */
  readonly inbox: {
    readonly list: () => Answer<InboxList>;
    /** As `keepFiles`; `index` into `ids`. What was taken in is gone from the inbox, in the same transaction. */
    readonly takeIn: (ids: readonly string[], options?: KeepOptions) => AsyncIterable<KeepEvent>;
    /** Only when the person says so: what is damaged stays until then. */
    readonly remove: (id: string) => Answer<void>;
  };

  readonly notes: {
    readonly list: () => Answer<readonly PrivateNote[]>;
    /** Makes it, or changes it; gives the id. */
    readonly set: (note: {
      readonly id?: string;
      readonly text: string;
      readonly exhibit?: ExhibitId;
    }) => Answer<PrivateNote>;
    /** Gone without a trace. */
    readonly remove: (id: string) => Answer<void>;
    /**
     * From now on part of the proof and not changeable: a note to an exhibit stands in the log, any other becomes an
     * exhibit of its own. The private one is removed.
     */
    readonly addToRecord: (id: string) => Answer<{ readonly exhibit?: ExhibitId }>;
  };

  readonly voices: {
    /** Oldest first. */
    readonly list: () => Answer<readonly VoiceNote[]>;
    /** Onto the private shelf. Errors: `not_only_sound`, `voice_too_long`. */
    readonly set: (voice: VoiceToKeep) => Answer<VoiceNote>;
    readonly sound: (id: string) => Answer<Blob>;
    /** Gone without a trace. */
    readonly remove: (id: string) => Answer<void>;
    /** Becomes an exhibit, "told from memory", also in a case of words only. The private one is removed. */
    readonly addToRecord: (id: string) => Answer<KeptFile>;
  };

  /**
   * The private shelf: drafts, answers, plan, grounding. In no copy, and gone without a trace when removed. Keys are the
   * screens' own ("plan/step-3"); those that begin with "note/" or "voice/" belong to `notes` and `voices`. Answers about self-harm are never
   * stored (care rule 5).
   */
  readonly shelf: {
    readonly keys: () => Answer<readonly string[]>;
    readonly get: (key: string) => Answer<string | undefined>;
    readonly set: (key: string, value: string) => Answer<void>;
    readonly remove: (key: string) => Answer<void>;
  };
}
