import PostalMime from "postal-mime";

import { decodeByLabel, type DecodedText, decodeUtf8OrWestern } from "../text/decode-text.ts";
import type { MimePart } from "./split-mime.ts";

const lf = 0x0a;
const cr = 0x0d;
const equals = 0x3d;

const base64Values = new Int8Array(256).fill(-1);
const base64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
for (let i = 0; i < 64; i += 1) base64Values[base64Digits.charCodeAt(i)] = i;

/** The bytes of a part without their transfer encoding. What is not encoded comes back as a view, not as a copy. */
export const decodeTransfer = (bytes: Uint8Array, part: MimePart): Uint8Array => {
  const body = bytes.subarray(part.bodyStart, part.end);
  if (part.encoding === "base64") return decodeBase64(body);
  if (part.encoding === "quoted-printable") return decodeQuotedPrintable(body);
  return body;
};

/** How many bytes a part has without its transfer encoding; nothing is kept of them. */
export const countDecoded = (bytes: Uint8Array, part: MimePart): number => {
  if (part.encoding === "quoted-printable") return decodeTransfer(bytes, part).length;
  if (part.encoding !== "base64") return part.end - part.bodyStart;
  let digits = 0;
  let size = 0;
  for (let i = part.bodyStart; i < part.end; i += 1) {
    const byte = bytes[i] ?? 0;
    if ((base64Values[byte] ?? -1) >= 0) digits += 1;
    else if (byte === equals) {
      size += sizeOfDigits(digits);
      digits = 0;
    }
  }
  return size + sizeOfDigits(digits);
};

const sizeOfDigits = (digits: number): number =>
  Math.floor(digits / 4) * 3 + Math.max(0, (digits % 4) - 1);

/** "=" ends a unit: some programs pad every line. Anything that is no digit is skipped. Source: RFC 2045 §6.8. */
const decodeBase64 = (body: Uint8Array): Uint8Array => {
  const decoded = new Uint8Array(Math.ceil((body.length * 3) / 4));
  let size = 0;
  let digits = 0;
  let bits = 0;
  for (const byte of body) {
    const value = base64Values[byte] ?? -1;
    if (value >= 0) {
      bits = (bits << 6) | value;
      digits += 1;
      if (digits === 4) {
        decoded[size] = bits >> 16;
        decoded[size + 1] = bits >> 8;
        decoded[size + 2] = bits;
        size += 3;
        digits = 0;
        bits = 0;
      }
    } else if (byte === equals) {
      size += putRest(decoded, size, digits, bits);
      digits = 0;
      bits = 0;
    }
  }
  size += putRest(decoded, size, digits, bits);
  return decoded.subarray(0, size);
};

const putRest = (decoded: Uint8Array, at: number, digits: number, bits: number): number => {
  if (digits === 2) decoded[at] = bits >> 4;
  else if (digits === 3) {
    decoded[at] = bits >> 10;
    decoded[at + 1] = bits >> 2;
  }
  return Math.max(0, digits - 1);
};

/** Line ends become LF; an escape that is none stays as it is written. Source: RFC 2045 §6.7. */
const decodeQuotedPrintable = (body: Uint8Array): Uint8Array => {
  const decoded = new Uint8Array(body.length + 1);
  let size = 0;
  let at = 0;
  while (at < body.length) {
    const found = body.indexOf(lf, at);
    const next = found < 0 ? body.length : found + 1;
    let end = found < 0 ? body.length : found;
    while (end > at && body[end - 1] === cr) end -= 1;
    const soft = end > at && body[end - 1] === equals;
    if (soft) end -= 1;
    for (let i = at; i < end; i += 1) {
      const byte = body[i] ?? 0;
      const high = byte === equals && i + 2 < end ? hexValue(body[i + 1] ?? 0) : -1;
      const low = high < 0 ? -1 : hexValue(body[i + 2] ?? 0);
      decoded[size] = low < 0 ? byte : (high << 4) | low;
      size += 1;
      if (low >= 0) i += 2;
    }
    if (!soft && found >= 0) {
      decoded[size] = lf;
      size += 1;
    }
    at = next;
  }
  return decoded.subarray(0, size);
};

const hexValue = (byte: number): number => {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  if (byte >= 0x41 && byte <= 0x46) return byte - 0x37;
  if (byte >= 0x61 && byte <= 0x66) return byte - 0x57;
  return -1;
};

/**
 * The text of a text part with its charset and `format=flowed` undone; LF or CRLF as they are.
 *
 * Charsets that the platform knows are decoded here; the many other names that mails use go through postal-mime.
 */
export const decodePartText = async (bytes: Uint8Array, part: MimePart): Promise<DecodedText> => {
  const content = decodeTransfer(bytes, part);
  const decoded =
    decodeByLabel(content, part.charset) ?? (await decodeByPostalMime(content, part.charset ?? ""));
  if (part.flowed === undefined) return decoded;
  return { text: unflow(decoded.text, part.flowed.deleteSpace), broken: decoded.broken };
};

const decodeByPostalMime = async (content: Uint8Array, charset: string): Promise<DecodedText> => {
  const label = charset.replace(/[^\x20-\x7e]|["\\]/g, "").slice(0, 100);
  const head = new TextEncoder().encode(
    `Content-Type: text/plain; charset="${label}"\nContent-Transfer-Encoding: 8bit\n\n`,
  );
  const whole = new Uint8Array(head.length + content.length);
  whole.set(head);
  whole.set(content, head.length);
  try {
    const { text = "" } = await PostalMime.parse(whole);
    return { text, broken: text.includes("\uFFFD") };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // A name of a charset is never worth a mail: what can be read is read.
    return { text: decodeUtf8OrWestern(content).text, broken: true };
  }
};

/** Joins soft-broken lines. Source: RFC 3676 §4.1–4.6. */
const unflow = (text: string, deleteSpace: boolean): string => {
  const paragraphs: string[] = [];
  let pending: string[] = [];
  for (const raw of text.split(/\r*\n/)) {
    const line = raw.startsWith(" ") ? raw.slice(1) : raw;
    const isSoft = line.endsWith(" ") && !(line === "-- " && pending.length === 0);
    pending.push(isSoft && deleteSpace ? line.slice(0, -1) : line);
    if (isSoft) continue;
    paragraphs.push(pending.join(""));
    pending = [];
  }
  if (pending.length > 0) paragraphs.push(pending.join(""));
  return paragraphs.join("\n");
};
