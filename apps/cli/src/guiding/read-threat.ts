import { readFile } from "node:fs/promises";
import { stdin } from "node:process";

import { err, ok, type Parsed, type Result } from "@holdfast/evidence";
import { mailOf, type ThreatText, wordsOfItem } from "@holdfast/guide";

import { createIntakeThread } from "../adding/intake-thread.ts";
import type { CommandContext } from "../command.ts";
import type { CodedError } from "../problem.ts";
import { messageOf, openFileSource } from "../sources/file-source.ts";

/** A text that was named, and what places in it count in. */
export interface ReadThreat extends ThreatText {
  readonly name: string;
  /** `file`: the bytes of the file are the text. `decoded`: the text had to be decoded, and is a part of the answer. */
  readonly spansIn: "file" | "decoded";
}

/** A threat is a page or two. More than this is something else, and would fill the memory. */
const maximumTextSizeInBytes = 16 * 1_048_576;

/** Reads a plain text; "-" is what comes through the pipe. */
export const readThreatText = async (path: string): Promise<Result<ReadThreat, CodedError>> => {
  try {
    const bytes = path === "-" ? await readInput() : await readFile(path);
    if (bytes.length > maximumTextSizeInBytes) return err({ code: "text_too_large", path });
    return ok({ name: path, ...decode(bytes) });
  } catch (error) {
    return err({ code: "file_not_readable", path, cause: messageOf(error) });
  }
};

const readInput = async (): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : Buffer.from(chunk);
    chunks.push(bytes);
    size += bytes.length;
    if (size > maximumTextSizeInBytes) break;
  }
  return Buffer.concat(chunks);
};

/** Windows still writes the other two. The mark at the beginning stays: places count from the first byte. */
const decode = (bytes: Uint8Array): Pick<ReadThreat, "text" | "spansIn"> => {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decodeAs("utf-16le", bytes);
  if (first === 0xfe && second === 0xff) return decodeAs("utf-16be", bytes);
  try {
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    return { text: decoder.decode(bytes), spansIn: "file" };
  } catch {
    // Not UTF-8: every byte means something in this one, so that no text is refused.
    return decodeAs("windows-1252", bytes);
  }
};

const decodeAs = (label: string, bytes: Uint8Array): Pick<ReadThreat, "text" | "spansIn"> => ({
  text: new TextDecoder(label).decode(bytes),
  spansIn: "decoded",
});

/** Reads a mail on the thread that has no keys: its subject and its words, and of the mails in it theirs too. */
export const readThreatMail = async (
  context: CommandContext,
  path: string,
): Promise<Result<ReadThreat, CodedError>> => {
  const opened = await openFileSource(path);
  if (!opened.ok) return opened;
  const { source, close } = opened.value;
  const intake = createIntakeThread();
  const mails: Parsed[] = [];
  try {
    const options = { wordsOnly: false, signal: context.signal };
    for await (const batch of intake.parse(source, path, options)) {
      mails.push(...batch.filter((one) => one.kind === "item" && one.item.kind === "email"));
    }
  } finally {
    intake.close();
    await close();
  }
  const items = mails.flatMap((one) => (one.kind === "item" ? [one.item] : []));
  if (items.length === 0) return err({ code: "not_a_mail", path });
  const known = items.flatMap((item) => mailOf(item) ?? []);
  return ok({
    name: path,
    text: items.map(wordsOfItem).join("\n\n"),
    spansIn: "decoded",
    mail: {
      senderIsReceiver: known.some(({ senderIsReceiver }) => senderIsReceiver),
      hasPicture: known.some(({ hasPicture }) => hasPicture),
    },
  });
};
