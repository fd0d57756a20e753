export interface ChatOrder {
  readonly file: File;
}

export type ChatAnswer =
  | { readonly kind: "done"; readonly measured: MeasuredChat }
  | { readonly kind: "failed"; readonly error: string };

/** Seconds on the wall, counted from the file's choice with the vault open. */
export interface MeasuredChat {
  readonly items: number;
  readonly notes: number;
  /** Sealed: hashed, encrypted and flushed. */
  readonly sealedAfter: number;
  /** Committed and on the timeline. */
  readonly keptAfter: number;
  /** Both search indexes complete. */
  readonly indexedAfter: number;
}
