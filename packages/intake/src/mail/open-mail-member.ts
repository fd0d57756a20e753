import type { ByteSource } from "@holdfast/evidence";

import { unquoteFrom } from "../formats/mbox/unquote-from.ts";
import { splitMbox } from "../formats/mbox/split-mbox.ts";
import type { Limits } from "../limits.ts";
import { decodeTransfer } from "./decode-body.ts";
import { type MimePart, splitMime } from "./split-mime.ts";

/**
 * The bytes that a member path of a mail or an mbox leads to: "mail at 4711" is the mail whose "From " line stands at
 * that offset, "part 1.2" the content of a part without its transfer encoding. What items and attachments name as
 * `member` opens here.
 *
 * Errors: `undefined` when the path leads nowhere, or to a mail that is larger than is read.
 */
export const openMailMember = async (
  source: ByteSource,
  path: readonly string[],
  limits: Limits,
): Promise<Uint8Array | undefined> => {
  const [first, ...rest] = path;
  const place = /^mail at (\d{1,15})$/.exec(first ?? "")?.[1];
  if (place !== undefined) {
    const mail = await readMailAt(source, Number(place), limits);
    return mail === undefined ? undefined : openParts(mail, rest, limits);
  }
  if (source.sizeInBytes > limits.maximumMailSizeInBytes) return undefined;
  return openParts(await source.read(0, source.sizeInBytes), path, limits);
};

const openParts = (
  mail: Uint8Array,
  path: readonly string[],
  limits: Limits,
): Uint8Array | undefined => {
  let bytes = mail;
  for (const name of path) {
    const part = findPart(splitMime(bytes, limits).root, name.replace(/^part /, ""));
    if (part === undefined) return undefined;
    bytes = decodeTransfer(bytes, part);
  }
  return bytes;
};

/** A mail that is no multipart is its own part 1, as in IMAP. */
const findPart = (root: MimePart, path: string): MimePart | undefined => {
  if (root.children.length === 0) return path === "1" ? root : undefined;
  let part: MimePart | undefined = root;
  for (const number of path.split(".")) part = part?.children[Number(number) - 1];
  return part;
};

const readMailAt = async (
  source: ByteSource,
  offset: number,
  limits: Limits,
): Promise<Uint8Array | undefined> => {
  if (offset >= source.sizeInBytes) return undefined;
  const from: ByteSource = {
    sizeInBytes: source.sizeInBytes - offset,
    read: (at, length) => source.read(offset + at, length),
  };
  for await (const [piece] of splitMbox(from, limits)) {
    if (piece === undefined || piece.kind !== "mail" || piece.bytes.length < piece.length) break;
    return unquoteFrom(piece.bytes.slice(piece.bytes.indexOf(0x0a) + 1));
  }
  return undefined;
};
