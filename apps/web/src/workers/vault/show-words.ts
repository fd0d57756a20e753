import { type ByteSource, err, ok, type Result } from "@holdfast/evidence";
import type { z } from "zod";

import type { seeContract } from "../../door/contract/see-contract.ts";
import type { DoorError } from "../../door/door-error.ts";
import { memberContract } from "../member-contract.ts";
import { askMemberWorker } from "./ask-member-worker.ts";
import type { Opened } from "./host.ts";
import { orDoorError } from "./to-door-error.ts";
import { cutWords, windowAround } from "./words-window.ts";

type WordsIn = z.output<typeof seeContract.words.input>;
type WordsOut = z.input<typeof seeContract.words.output>;

/** Of a zip in a zip, or a mail, every step but the last is held whole. */
const maximumInBytes = 64 * 1_048_576;

/** The words of a span as they stand in the original, and a little around them: never more of it than that is read. */
export const showWords = async (
  { vault }: Opened,
  { exhibit: id, member, ...span }: WordsIn,
  signal: AbortSignal,
): Promise<Result<WordsOut, DoorError>> => {
  if (vault.exhibit(id) === undefined) return err({ code: "no_such_exhibit", exhibit: id });
  const blob = orDoorError(vault.openBlob(id));
  if (!blob.ok) return blob;
  const window = windowAround(span);
  const bytes = await readWindow(blob.value, member ?? [], window, signal);
  return bytes.ok ? ok(cutWords(bytes.value, window)) : bytes;
};

const readWindow = async (
  source: ByteSource,
  member: readonly string[],
  { offset, length }: { readonly offset: number; readonly length: number },
  signal: AbortSignal,
): Promise<Result<Uint8Array, DoorError>> => {
  if (member.length === 0) {
    const from = Math.min(offset, source.sizeInBytes);
    return ok(await source.read(from, Math.min(length, source.sizeInBytes - from)));
  }
  const of = { sizeInBytes: source.sizeInBytes, member, offset, length, maximumInBytes };
  const part = await askMemberWorker(source, signal, (channel, reading) =>
    channel.call(memberContract.part, of, reading),
  );
  return part.ok ? ok(part.value.bytes) : part;
};
