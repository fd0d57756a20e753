import type { ByteSource, ExhibitKind, Parsed, PicturesPolicy } from "@holdfast/evidence";
import {
  type AcquisitionDecision,
  bestOf,
  type Confidence,
  decideAcquisition,
  defaultLimits,
  holdsOnlyWords,
  keepWords,
  type KeptWords,
  recogniseSource,
  takeIn,
} from "@holdfast/intake";

/** What a file is, and what may become of it in this case. */
export interface Look {
  readonly formatId: string;
  readonly exhibitKind: ExhibitKind;
  readonly mediaType: string;
  readonly confidence: Confidence;
  readonly reasons: readonly string[];
  readonly decision: AcquisitionDecision;
}

export interface LookOptions {
  readonly pictures: PicturesPolicy;
  readonly withoutMedia: boolean;
  readonly signal: AbortSignal;
}

/** Everything that reads a stranger's bytes. */
export interface IntakeThread {
  readonly look: (source: ByteSource, name: string, options: LookOptions) => Promise<Look>;
  readonly parse: (
    source: ByteSource,
    name: string,
    options: { readonly wordsOnly: boolean; readonly signal: AbortSignal },
  ) => AsyncIterable<readonly Parsed[]>;
  readonly keepWords: (
    source: ByteSource,
    name: string,
    signal: AbortSignal,
  ) => AsyncIterable<KeptWords>;
  readonly close: () => Promise<void>;
}

export const createIntakeThread = (): IntakeThread => ({
  look: async (source, name, options) => {
    const input = { source, name, limits: defaultLimits, signal: options.signal };
    const best = bestOf(await recogniseSource(input));
    const onlyWords =
      options.pictures === "all-adult" && !options.withoutMedia
        ? false
        : await holdsOnlyWords(input, best);
    return {
      formatId: best.format.id,
      exhibitKind: best.format.exhibitKind,
      mediaType: best.recognition.mediaType,
      confidence: best.recognition.confidence,
      reasons: best.recognition.reasons,
      decision: decideAcquisition({
        best,
        pictures: options.pictures,
        onlyWords,
        withoutMedia: options.withoutMedia,
      }),
    };
  },
  parse: async function* (source, name, options) {
    const taken = await takeIn({ source, name, limits: defaultLimits, ...options });
    yield* taken.parsed;
  },
  keepWords: (source, name, signal) => keepWords({ source, name, limits: defaultLimits, signal }),
  close: () => Promise.resolve(),
});
