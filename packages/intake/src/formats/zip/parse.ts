import {
  entrySource,
  listZip,
  openEntry,
  type OpenOptions,
  type ZipEntry,
  type ZipEntryErrorCode,
  ZipEntryFailure,
  type ZipNote,
} from "@holdfast/containers";
import { assert, type ByteSource, bytesToSource, type Note, type Parsed } from "@holdfast/evidence";

import type { KeptWords, NestedIntake, ParseInput } from "../../format.ts";

/** Each entry becomes the items and notes of its own format, or a note that says why not; none stays unnamed. */
export async function* parseZip(input: ParseInput): AsyncGenerator<readonly Parsed[]> {
  const nested = nestedOf(input);
  const { entries, notes } = await listZip(input.source, input.limits);
  yield notes.map(toParsedNote);
  for (const entry of entries) {
    if (input.signal?.aborted === true) return;
    yield* parseEntry(input, entry, nested);
  }
  // Last, so that what a parser could not finish is not already covered by it.
  yield [toNote("archive_structure", { offset: 0, length: input.source.sizeInBytes })];
}

const nestedOf = (input: ParseInput): NestedIntake => {
  assert(input.nested !== undefined, "an archive is parsed by way of takeIn");
  return input.nested;
};

const toNote = (code: Note["code"], span: Note["span"], detail?: string): Parsed => ({
  kind: "note",
  note: { code, span, ...(detail === undefined ? {} : { detail }) },
});

export const toParsedNote = (note: ZipNote): Parsed =>
  toNote(note.code, { offset: note.offset, length: note.length }, note.name);

/** An entry on its own, opened and checked to its last byte. */
export async function* parseEntry(
  input: ParseInput,
  entry: ZipEntry,
  nested: NestedIntake,
): AsyncGenerator<readonly Parsed[]> {
  const path = [entry.name];
  if (entry.isFolder) {
    yield [toNote("archive_folder", { offset: 0, length: 0, member: path })];
    return;
  }
  const opened = await openChecked(input.source, entry, {
    limits: input.limits,
    budget: nested.budget,
  });
  if (opened.failure !== undefined) {
    const length = opened.source?.sizeInBytes ?? 0;
    yield [toNote(opened.failure, { offset: 0, length, member: path })];
  }
  if (opened.source !== undefined) {
    yield* nested.parse({ source: opened.source, name: lastName(entry.name), path });
  }
}

const lastName = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** Up to here an entry is read once and held. */
const heldInMemoryInBytes = 8 << 20;

interface Opened {
  /** What can be parsed of it: for a small damaged entry the bytes that came out before the damage. */
  readonly source?: ByteSource;
  readonly failure?: ZipEntryErrorCode;
}

export const openChecked = async (
  source: ByteSource,
  entry: ZipEntry,
  options: OpenOptions,
): Promise<Opened> => {
  const isHeld = entry.sizeInBytes <= heldInMemoryInBytes;
  const held: Uint8Array[] = [];
  let failure: ZipEntryErrorCode | undefined;
  try {
    for await (const chunk of openEntry(source, entry, options)) if (isHeld) held.push(chunk);
  } catch (error) {
    if (!(error instanceof ZipEntryFailure)) throw error;
    failure = error.code;
  }
  if (isHeld) {
    const bytes = joinChunks(held);
    if (failure === undefined) return { source: bytesToSource(bytes) };
    return bytes.length === 0 ? { failure } : { source: bytesToSource(bytes), failure };
  }
  if (failure === undefined) return { source: await entrySource(source, entry, options) };
  // A stored entry lies in the source as it is; of a deflated one nothing behind the damage can be read.
  return entry.method === "stored" && failure === "entry_checksum_wrong"
    ? { source: await entrySource(source, entry, options), failure }
    : { failure };
};

const joinChunks = (chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
};

/** Protected cases: the words of each entry, recursively; everything else is named and not kept. */
export async function* keepZipWords(input: ParseInput): AsyncGenerator<KeptWords> {
  const nested = nestedOf(input);
  const { entries, notes } = await listZip(input.source, input.limits);
  for (const note of notes) {
    if (note.name === undefined) continue;
    yield { kind: "not-kept", name: note.name, code: "file_not_kept" };
  }
  for (const entry of entries) {
    if (entry.isFolder) continue;
    try {
      const options = { limits: input.limits, budget: nested.budget };
      const source = await entrySource(input.source, entry, options);
      for await (const kept of nested.keepWords({
        source,
        name: lastName(entry.name),
        path: [entry.name],
      })) {
        yield kept;
      }
    } catch (error) {
      if (!(error instanceof ZipEntryFailure)) throw error;
      yield { kind: "not-kept", name: entry.name, code: "file_not_kept" };
    }
  }
}
