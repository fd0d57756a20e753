import { ZipEntryFailure } from "@holdfast/containers";
import { readAll, streamOf } from "@holdfast/evidence";

import type { CheckContext } from "../check-context.ts";
import type { BagFile } from "./bag-input.ts";

type Context = Pick<CheckContext, "findings" | "signal">;

/**
 * Work that reads a bag's bytes. What a damaged zip or a failing disk throws becomes a finding with its place, and the
 * answer is `undefined`.
 *
 * Errors: rejects only when the check was cancelled.
 */
export const guarded = async <T extends object>(
  { findings, signal }: Context,
  path: string,
  work: () => Promise<T>,
): Promise<T | undefined> => {
  try {
    return await work();
  } catch (error) {
    if (signal?.aborted === true) throw error;
    if (error instanceof ZipEntryFailure) {
      findings.say("zip_entry_damaged", { path }, { reason: error.code });
    } else {
      const reason = error instanceof Error ? error.message : String(error);
      findings.say("file_unreadable", { path }, { reason });
    }
    return undefined;
  }
};

/** A whole file in memory, when it is not larger than `maximumSizeInBytes`; otherwise a finding says why not. */
export const readGuarded = async (
  context: Context,
  file: BagFile,
  maximumSizeInBytes: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  if (file.sizeInBytes > maximumSizeInBytes) {
    context.findings.say(
      "limit_file_too_large",
      { path: file.path },
      { sizeInBytes: file.sizeInBytes, maximum: maximumSizeInBytes },
    );
    return undefined;
  }
  return guarded(context, file.path, async () => readAll(await file.open()));
};

/** The file from its beginning to its end; a failure ends it early, with a finding. */
export async function* streamGuarded(
  context: Context,
  file: BagFile,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const source = await guarded(context, file.path, () => file.open());
  if (source === undefined) return;
  const chunks = streamOf(source);
  for (;;) {
    const next = await guarded(context, file.path, () => chunks.next());
    if (next === undefined || next.done === true) return;
    if (context.signal?.aborted === true) throw context.signal.reason;
    yield next.value;
  }
}

/** `undefined` when the bytes are not UTF-8. */
export const utf8Of = (bytes: Uint8Array): string | undefined => {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  return text.includes("\u{FFFD}") && !isSame(new TextEncoder().encode(text), bytes)
    ? undefined
    : text;
};

const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);
