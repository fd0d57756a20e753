import type { Purpose } from "@holdfast/bundle";
import type { Exhibit, ExhibitId, Secret } from "@holdfast/evidence";
import type { BagPlan } from "@holdfast/output";

import type { OpenSecret } from "./places.ts";
import type { Answer, Work } from "./work.ts";

/** What would go, to be reviewed before anything is made. */
export interface BagReview {
  readonly plan: BagPlan;
  /** In the plan's order. */
  readonly exhibits: readonly Exhibit[];
  readonly items: number;
  readonly originalsSizeInBytes: number;
}

/** How a copy leaves. `passphrase`: age's own format, opened by any age program and by our check page. */
export type BagLock =
  | { readonly kind: "passphrase"; readonly passphrase: Secret<string> }
  | { readonly kind: "recipient"; readonly recipient: string }
  | { readonly kind: "plain" };

export interface MadeBag {
  /** To be saved or shared by the screen; its name tells nothing: "case-7f3a-2026-11-22-b01.zip.age". */
  readonly file: File;
  readonly bag: string;
  /** SHA-256 of the tag manifest: to be written on paper. */
  readonly seal: string;
  readonly encrypted: boolean;
  readonly exhibits: readonly ExhibitId[];
  readonly leftOut: BagPlan["leftOut"];
}

export interface MadeBackup {
  readonly file: File;
  /** Exhibits whose bytes are damaged: all but those bytes is in the backup. */
  readonly damaged: readonly ExhibitId[];
}

export interface LogHead {
  readonly seq: number;
  readonly sha256: string;
}

export interface StampAccepted {
  readonly imprint: string;
  /** Milliseconds since 1970 UTC, by the authority's clock. */
  readonly genTime: number;
  readonly authority: string;
  readonly root: "known" | "unknown";
}

export interface Give {
  /** Decides and records nothing. Errors: `nothing_to_give`, `no_such_exhibit`, `no_such_bag`. */
  readonly plan: (request: {
    readonly purpose: Purpose;
    readonly exhibits: "all" | readonly ExhibitId[];
  }) => Answer<BagReview>;
  /**
   * Makes the planned bag. The log gets its `export` entry first, and after it the seal and, for everybody but oneself,
   * the disclosure. Cancelled: the log keeps the `export` entry of a bag that was never finished, and no seal.
   */
  readonly build: (plan: BagPlan, lock: BagLock, work?: Work) => Answer<MadeBag>;
  /** Whether a key that somebody gave is one that a copy can be locked with: no slip of the pen in it. */
  readonly checkRecipient: (recipient: string) => Answer<boolean>;
  /**
   * One encrypted file that opens with what opens the place now (not with its device key: that stays in this browser).
   * It counts as saved only after `testBackup`.
   */
  readonly backup: (
    options?: Work & {
      /** `false` for one that somebody else keeps. Default: true. */
      readonly withPrivateShelf?: boolean;
    },
  ) => Answer<MadeBackup>;
  /**
   * Opens the saved file as another device would, in memory, and compares it with the open place: every exhibit, its
   * hash, and the log. Only then the screen says "saved"; the place's `lastBackupAt` is set.
   */
  readonly testBackup: (
    backup: Blob,
    secret: Exclude<OpenSecret, { readonly kind: "device-key" }>,
    work?: Work,
  ) => Answer<{ readonly exhibits: number; readonly items: number; readonly logHead: LogHead }>;
  readonly logHead: () => Answer<LogHead>;
  /**
   * A time-stamp request (RFC 3161) over the log's head, or over the seal of a bag that was made here, as a file to
   * bring to an authority. Nothing is sent. Recorded.
   */
  readonly timestampRequest: (
    of: { readonly kind: "log" } | { readonly kind: "bag"; readonly bag: string },
  ) => Answer<{ readonly file: File; readonly imprint: string }>;
  /** The authority's answer, checked against every request that stands in the log, and recorded. */
  readonly timestampResponse: (
    response: Blob,
    options?: { readonly rootPem?: string },
  ) => Answer<StampAccepted>;
}
