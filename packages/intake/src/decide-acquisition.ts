import type { PicturesPolicy } from "@holdfast/evidence";

import type { KeptWords } from "./format.ts";
import { notKeptCode } from "./keep-words.ts";
import { isOnlyWords } from "./only-words.ts";
import type { Candidate } from "./recognise.ts";
import { keepWords, type TakeInInput } from "./take-in.ts";

/** What may become of a file in this case (care rules 1, 2 and 4). */
export type AcquisitionDecision =
  /** Seal the bytes as they are. */
  | { readonly kind: "keep-whole" }
  /** Seal what `keepWords` gives, each as a source of its own; of the file itself nothing, not even a hash. */
  | { readonly kind: "keep-words" }
  | {
      readonly kind: "not-kept";
      readonly code: Extract<KeptWords, { readonly kind: "not-kept" }>["code"];
    }
  /** The first picture: ask whether everyone was 18 or over, then decide again. */
  | { readonly kind: "ask" };

export interface DecideInput {
  /** The surest candidate, as `takeIn` or the client of a worker gives it. */
  readonly best: {
    readonly format: Pick<Candidate["format"], "protectedClass">;
    readonly recognition: Pick<Candidate["recognition"], "mediaType">;
  };
  readonly pictures: PicturesPolicy;
  /** From `holdsOnlyWords`. */
  readonly onlyWords: boolean;
  /** Stranger cases: a chat is read without what the other side sent. A picture chosen by itself was chosen. */
  readonly withoutMedia?: boolean;
}

export const decideAcquisition = (input: DecideInput): AcquisitionDecision => {
  const { format, recognition } = input.best;
  // A file that holds only words by looking at all of it needs no question and loses nothing.
  const isText = format.protectedClass === "text" && input.onlyWords;
  if (isText) return { kind: "keep-whole" };
  switch (input.pictures) {
    case "all-adult":
      return input.withoutMedia === true && format.protectedClass === "mixed" && !input.onlyWords
        ? { kind: "keep-words" }
        : { kind: "keep-whole" };
    case "unasked":
      // An archive of words is asked about too: between its entries, and behind them, anything can stand.
      return input.onlyWords && isTextItself(recognition.mediaType)
        ? { kind: "keep-whole" }
        : { kind: "ask" };
    case "protected":
      if (format.protectedClass === "not-words") {
        return { kind: "not-kept", code: notKeptCode(recognition.mediaType) };
      }
      // Nothing but words in it: the original itself, unchanged, proves more than a copy of its words would. An
      // archive's own bytes are not text, so its words are taken out one by one.
      return input.onlyWords && isTextItself(recognition.mediaType)
        ? { kind: "keep-whole" }
        : { kind: "keep-words" };
  }
};

/**
 * Whether a file is nothing but words, by reading all of it. Needed for text and mixed formats unless every picture
 * may be kept. Rejects only when the source does.
 */
export const holdsOnlyWords = async (input: TakeInInput, best: Candidate): Promise<boolean> => {
  switch (best.format.protectedClass) {
    case "not-words":
      return false;
    case "text":
      return isOnlyWords(input.source);
    case "mixed":
      for await (const kept of keepWords(input)) {
        if (kept.kind === "not-kept") return false;
      }
      return true;
  }
};

const isTextItself = (mediaType: string): boolean =>
  mediaType.startsWith("text/")
  || mediaType.startsWith("message/")
  || mediaType === "application/mbox";
