import type { ByteSource, ExhibitKind, Parsed, PicturesPolicy } from "@holdfast/evidence";
import {
  type AcquisitionDecision,
  type Confidence,
  createIntakeClient,
  decideAcquisition,
  defaultLimits,
  type IntakeClientDeps,
  type KeptWords,
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
  /** The vault looks at the bytes, and refuses what is not only sound. */
  readonly isOwnVoice?: boolean;
  readonly signal: AbortSignal;
}

/** Everything that reads a stranger's bytes, in workers that have no keys. */
export interface FileIntake {
  /** Starts the worker, which takes a tenth of a second, while something else is waited for. */
  readonly warmUp: () => void;
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
  /** Ends the workers. */
  readonly close: () => void;
}

export const createFileIntake = (deps: IntakeClientDeps): FileIntake => {
  const client = createIntakeClient(deps);
  // Words come one after the other out of a file that is still open, and each is looked at and parsed meanwhile.
  const wordsClient = createIntakeClient(deps);
  return {
    warmUp: client.warmUp,
    look: async (source, name, { pictures, withoutMedia, isOwnVoice = false, signal }) => {
      const job = { source, name, limits: defaultLimits, signal };
      const [best] = await client.recognise(job);
      const mayKeepAll = pictures === "all-adult" && !withoutMedia;
      const onlyWords = mayKeepAll || isOwnVoice ? false : await client.holdsOnlyWords(job);
      return {
        formatId: best.format.id,
        exhibitKind: best.format.exhibitKind,
        mediaType: best.recognition.mediaType,
        confidence: best.recognition.confidence,
        reasons: best.recognition.reasons,
        // Nothing is in it, and so no picture.
        decision:
          isOwnVoice || source.sizeInBytes === 0
            ? { kind: "keep-whole" }
            : decideAcquisition({ best, pictures, onlyWords, withoutMedia }),
      };
    },
    parse: (source, name, options) =>
      client.parse({ source, name, limits: defaultLimits, ...options }),
    keepWords: (source, name, signal) =>
      wordsClient.keepWords({ source, name, limits: defaultLimits, signal }),
    close: () => {
      client.close();
      wordsClient.close();
    },
  };
};
