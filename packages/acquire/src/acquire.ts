import {
  type ByteSource,
  bytesToSource,
  type ExhibitId,
  type ExhibitKind,
  type ExhibitOrigin,
  type Progress,
  type Sha256Hex,
} from "@holdfast/evidence";
import type { KeptWords } from "@holdfast/intake";
import type { Acquisition, SealError, Vault, VaultError } from "@holdfast/vault";

import type { FileIntake, Look } from "./file-intake.ts";
import { parseDraft } from "./parse-draft.ts";
import type { ParsedCounts } from "./parsed-counter.ts";
import type { PictureQuestion } from "./picture-question.ts";

export interface AcquireDeps {
  readonly vault: Pick<Vault, "readCase" | "setPictures" | "sealSource">;
  readonly intake: FileIntake;
}

export interface AcquireOptions {
  readonly signal: AbortSignal;
  /** Left out: `received-export` for a chat's export, `imported` for all else. */
  readonly origin?: ExhibitOrigin;
  /** Strangers: a chat is read without what the other side sent (care rule 4). */
  readonly withoutMedia: boolean;
  /** Left out, the question stays open, and no picture is kept. */
  readonly pictureQuestion?: PictureQuestion;
  /** `name` is that of the exhibit in the making. */
  readonly onProgress?: (progress: Progress, name: string) => void;
}

export interface FileToAcquire {
  readonly source: ByteSource;
  /** Its name, or its path below the folder that was given. */
  readonly name: string;
  /** Set when the words were given as such: what they are is known, and is not guessed from their form. */
  readonly kind?: ExhibitKind;
  /** Recorded in the app by the person themselves, as this type of sound. See [Note: own voice]. */
  readonly ownVoice?: { readonly mediaType: string };
}

export interface KeptFile extends ParsedCounts {
  readonly exhibit: ExhibitId;
  readonly name: string;
  readonly kind: ExhibitKind;
  readonly origin: ExhibitOrigin;
  readonly format: string;
  readonly mediaType: string;
  readonly sizeInBytes: number;
  readonly sha256: Sha256Hex;
  /** The same bytes were in the vault before: one blob, one more exhibit. */
  readonly alreadyKept: boolean;
}

export type AcquireError =
  SealError | VaultError | { readonly code: "recording_not_kept" | "file_not_kept" };

export type Acquired =
  | { readonly kind: "kept"; readonly file: KeptFile }
  | { readonly kind: "not-kept"; readonly name: string; readonly error: AcquireError };

/**
 * One file on its road: looked at, decided upon, sealed, and then parsed from what was sealed. In a case that keeps words
 * only, one file can become several exhibits, or none.
 */
export async function* acquire(
  deps: AcquireDeps,
  file: FileToAcquire,
  options: AcquireOptions,
): AsyncGenerator<Acquired> {
  const failure = await tryToRead(file.source);
  if (failure !== undefined) {
    yield notKept(failure, file.name);
    return;
  }
  const look = await lookAndAsk(deps, file, options);
  if (options.signal.aborted) {
    yield notKept({ code: "cancelled" }, file.name);
    return;
  }
  switch (look.decision.kind) {
    case "not-kept":
      yield notKept({ code: look.decision.code }, file.name);
      return;
    case "ask":
      yield notKept({ code: "picture_question_open" }, file.name);
      return;
    case "keep-words":
      yield* acquireWords(deps, file, options);
      return;
    case "keep-whole":
      yield await acquireSource(deps, {
        source: file.source,
        acquisition: acquisitionOf(look, file, options),
        wordsOnly: false,
        options,
      });
  }
}

/** A file that is gone is said to be gone: nobody is asked how old somebody was in it. */
const tryToRead = async (source: ByteSource): Promise<AcquireError | undefined> => {
  try {
    await source.read(0, Math.min(1, source.sizeInBytes));
    return undefined;
  } catch (failure) {
    return {
      code: "source_failed",
      cause: failure instanceof Error ? failure.message : String(failure),
    };
  }
};

/** Asks the one question at the first picture, kindly and once; without anybody to ask it stays open. */
const lookAndAsk = async (
  { vault, intake }: AcquireDeps,
  { source, name, ownVoice }: FileToAcquire,
  { withoutMedia, signal, pictureQuestion }: AcquireOptions,
): Promise<Look> => {
  const { pictures } = vault.readCase();
  const isOwnVoice = ownVoice !== undefined;
  const look = await intake.look(source, name, { withoutMedia, signal, pictures, isOwnVoice });
  if (look.decision.kind !== "ask" || pictureQuestion === undefined || signal.aborted) return look;
  const answer = await pictureQuestion.ask({ name });
  if (answer === undefined || signal.aborted) return look;
  const kept = vault.setPictures(answer);
  if (!kept.ok) return look;
  return intake.look(source, name, { withoutMedia, signal, pictures: answer, isOwnVoice });
};

const acquisitionOf = (look: Look, file: FileToAcquire, options: AcquireOptions): Acquisition => {
  const kind = file.kind ?? look.exhibitKind;
  return {
    kind,
    origin: options.origin ?? (kind === "chat-export" ? "received-export" : "imported"),
    originalName: file.name,
    mediaType: file.ownVoice?.mediaType ?? look.mediaType,
    formatId: look.formatId,
    ...(file.ownVoice === undefined ? {} : { ownVoice: true }),
  };
};

async function* acquireWords(
  deps: AcquireDeps,
  { source, name }: FileToAcquire,
  options: AcquireOptions,
): AsyncGenerator<Acquired> {
  for await (const kept of deps.intake.keepWords(source, name, options.signal)) {
    yield kept.kind === "not-kept"
      ? notKept({ code: kept.code }, kept.name)
      : await acquireKeptWords(deps, kept, options);
  }
}

const acquireKeptWords = async (
  deps: AcquireDeps,
  kept: Extract<KeptWords, { readonly kind: "words" }>,
  options: AcquireOptions,
): Promise<Acquired> => {
  const source = bytesToSource(kept.bytes);
  const look = await deps.intake.look(source, kept.name, {
    withoutMedia: options.withoutMedia,
    signal: options.signal,
    pictures: deps.vault.readCase().pictures,
  });
  const acquisition: Acquisition = {
    kind: kept.exhibitKind,
    origin: "words-only",
    originalName: kept.name,
    mediaType: kept.mediaType,
    formatId: look.formatId,
    derivedFrom: { by: "words-only" },
  };
  return acquireSource(deps, { source, acquisition, wordsOnly: true, options });
};

const acquireSource = async (
  { vault, intake }: AcquireDeps,
  {
    source,
    acquisition,
    wordsOnly,
    options,
  }: {
    readonly source: ByteSource;
    readonly acquisition: Acquisition;
    readonly wordsOnly: boolean;
    readonly options: AcquireOptions;
  },
): Promise<Acquired> => {
  const name = acquisition.originalName;
  const { signal } = options;
  const onProgress = (progress: Progress): void => options.onProgress?.(progress, name);
  const sealed = await vault.sealSource(source, acquisition, { onProgress, signal });
  if (!sealed.ok) return notKept(sealed.error, name);
  const draft = sealed.value;
  const parsed = await parseDraft(intake, draft, { acquisition, wordsOnly, signal, onProgress });
  if (!parsed.ok) {
    await draft.abandon();
    return notKept(parsed.error, name);
  }
  const exhibit = await draft.commit();
  if (!exhibit.ok) {
    await draft.abandon();
    return notKept(exhibit.error, name);
  }
  const file: KeptFile = {
    exhibit: exhibit.value.id,
    name,
    kind: acquisition.kind,
    origin: acquisition.origin,
    format: acquisition.formatId,
    mediaType: acquisition.mediaType,
    sizeInBytes: source.sizeInBytes,
    sha256: exhibit.value.sha256,
    alreadyKept: draft.known,
    ...parsed.value,
  };
  return { kind: "kept", file };
};

const notKept = (error: AcquireError, name: string): Acquired => ({
  kind: "not-kept",
  name,
  error,
});
