import {
  bytesToHex,
  bytesToSource,
  type ByteSource,
  err,
  holdsOnlySound,
  ok,
  type Result,
  Secret,
  type Sha256Hex,
  toSha256Hex,
} from "@holdfast/evidence";
import { keyLengthInBytes, sealSource } from "@holdfast/seal";

import { type BlobRef, blobPath, createBlobName } from "./blob-store.ts";
import type { FileWriter } from "./drivers/driver.ts";
import { type AlsoCommitted, createDraft } from "./exhibit-draft.ts";
import { createPictureScan } from "./picture-scan.ts";
import { assertOpen, type Session } from "./session.ts";
import type { Acquisition, ExhibitDraft, SealError, WorkOptions } from "./vault.ts";

/** Bytes that are sealed and flushed, and nothing recorded of them yet. */
export interface SealedBytes extends BlobRef {
  readonly sha256: Sha256Hex;
  readonly textOnly: boolean;
}

export type PictureRefusal = Extract<SealError, { readonly code: `picture_${string}` }>;

/** See [Note: words only]. A refusal leaves nothing: no file, no hash, no row. */
export const sealExhibit = async (
  session: Session,
  source: ByteSource,
  acquisition: Acquisition,
  options: WorkOptions = {},
  also: AlsoCommitted = {},
): Promise<Result<ExhibitDraft, SealError>> => {
  assertOpen(session);
  const voice = acquisition.ownVoice === true ? await readOwnVoice(source) : undefined;
  const refusal = refusalOf(session);
  if (
    refusal !== undefined
    && voice === undefined
    && /^(?:image|video|audio)\//.test(acquisition.mediaType)
  ) {
    return err(refusal);
  }
  const sealed = await sealBytes(session, voice ?? source, {
    ...options,
    isOwnVoice: voice !== undefined,
  });
  return sealed.ok ? createDraft(session, sealed.value, acquisition, also) : sealed;
};

/** An hour of speech has ten megabytes. */
const largestVoiceInBytes = 32 * 1_048_576;

/** The very bytes that were looked at, so that no others are sealed. `undefined` when they are not only sound. */
const readOwnVoice = async (source: ByteSource): Promise<ByteSource | undefined> => {
  if (source.sizeInBytes > largestVoiceInBytes) return undefined;
  const bytes = await source.read(0, source.sizeInBytes);
  return holdsOnlySound(bytes) ? bytesToSource(bytes) : undefined;
};

/** Why a picture is not kept, as the case stands; `undefined` when it is. */
export const refusalOf = (session: Session): PictureRefusal | undefined => {
  switch (session.live.case.pictures) {
    case "all-adult":
      return undefined;
    case "protected":
      return { code: "picture_not_kept" };
    case "unasked":
      return { code: "picture_question_open" };
  }
};

/**
 * Each chunk is handed to the reader, to the cipher's thread and to the writer: chunks of 1 MiB keep those hand-overs few,
 * and the ring of buffers small. 4 MiB were no faster, and took 15 MB more.
 */
const largeFromBytes = 64 * 1_048_576;
const largeChunkSizeLog2 = 20;

const sealBytes = async (
  session: Session,
  source: ByteSource,
  { isOwnVoice, ...options }: WorkOptions & { readonly isOwnVoice: boolean },
): Promise<Result<SealedBytes, SealError>> => {
  const { deps } = session;
  const { files } = deps.driver;
  const name = createBlobName(deps);
  const key = new Secret(deps.random.bytes(keyLengthInBytes));
  const large = source.sizeInBytes >= largeFromBytes;
  const writer = await files.create(blobPath(name), { large });
  if (!writer.ok) return writer;
  const hash = deps.hasher.sha256();
  const scan = createPictureScan();
  let textOnly = true;
  const sealed = await sealSource(deps, {
    key,
    source,
    sink: writer.value,
    ...(large ? { chunkSizeLog2: largeChunkSizeLog2 } : {}),
    inspect: (plain: Uint8Array, done: number): PictureRefusal | undefined => {
      hash.update(plain);
      textOnly = textOnly && (isOwnVoice || scan.feed(plain));
      options.onProgress?.({
        step: "sealing",
        done,
        total: source.sizeInBytes,
        unit: "bytes",
      });
      return textOnly ? undefined : refusalOf(session);
    },
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  });
  const sha256 = toSha256Hex(bytesToHex(hash.digest()));
  const kept = sealed.ok ? await finish(writer.value) : sealed;
  if (kept.ok) return ok({ name, key, sizeInBytes: source.sizeInBytes, sha256, textOnly });
  if (!sealed.ok) await writer.value.close();
  // Should even this fail, the next opening collects it: no row names it and its key is gone.
  await files.remove(blobPath(name));
  return kept;
};

/** The bytes are on the device before any row names them. */
const finish = async (writer: FileWriter): Promise<Result<void, SealError>> => {
  const flushed = await writer.flush();
  await writer.close();
  return flushed;
};
