import type { Format, KeptWords, Member, ParseInput } from "./format.ts";
import { filterWords, isOnlyWords } from "./only-words.ts";
import { bestOf, type Candidate, recogniseSource } from "./recognise.ts";

export interface KeepWordsContext {
  readonly formats: readonly Format[];
  readonly toInput: (member: Member) => ParseInput;
  readonly isTooDeep: boolean;
  readonly onError: (error: unknown) => void;
}

type NotKeptCode = Extract<KeptWords, { readonly kind: "not-kept" }>["code"];

/**
 * The words of one file, whatever it is, for a case that keeps nothing else (care rules 1 and 2). It fails closed:
 * what cannot be recognised, read or bounded is not kept, and is named.
 */
export async function* keepWordsOf(
  member: Member,
  context: KeepWordsContext,
): AsyncGenerator<KeptWords> {
  const name = member.path.join("/");
  try {
    const input = context.toInput(member);
    const best = bestOf(await recogniseSource(input, context.formats));
    const { format } = best;
    if (context.isTooDeep && format.protectedClass === "mixed") {
      yield { kind: "not-kept", name, code: "file_not_kept" };
    } else if (format.protectedClass === "text") {
      yield* keepText(input, name, best);
    } else if (format.protectedClass === "mixed" && format.keepWords !== undefined) {
      for await (const kept of format.keepWords(input)) {
        yield { ...kept, name: `${name}/${kept.name}` };
      }
    } else {
      yield { kind: "not-kept", name, code: notKeptCode(best.recognition.mediaType) };
    }
  } catch (error) {
    context.onError(error);
    yield { kind: "not-kept", name, code: "file_not_kept" };
  }
}

export const notKeptCode = (mediaType: string): NotKeptCode => {
  if (mediaType.startsWith("image/")) return "picture_not_kept";
  if (mediaType.startsWith("audio/") || mediaType.startsWith("video/")) return "recording_not_kept";
  return "file_not_kept";
};

async function* keepText(
  input: ParseInput,
  name: string,
  best: Candidate,
): AsyncGenerator<KeptWords> {
  if (input.source.sizeInBytes > input.limits.maximumKeptWordsInBytes) {
    yield { kind: "not-kept", name, code: "file_not_kept" };
    return;
  }
  const isClean = await isOnlyWords(input.source);
  const bytes = await input.source.read(0, input.source.sizeInBytes);
  const words = isClean ? bytes : filterWords(bytes);
  if (words === undefined) {
    yield { kind: "not-kept", name, code: "file_not_kept" };
    return;
  }
  yield {
    kind: "words",
    name,
    mediaType: best.recognition.mediaType,
    exhibitKind: best.format.exhibitKind,
    bytes: words,
  };
  if (!isClean) yield { kind: "not-kept", name, code: "picture_not_kept" };
}
