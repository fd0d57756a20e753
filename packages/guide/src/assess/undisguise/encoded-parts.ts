import {
  type MappedText,
  type Replacement,
  replaceMatches,
  replaceStretches,
} from "./mapped-text.ts";

/** Bounds on decoding, each named after what it stops. */
const limits = {
  /** Somebody codes a code a hundred times: the copy would be read for ever. */
  maximumCodeDepth: 3,
  /** A mail with a film in it: only words are looked for. */
  maximumCodedCharacters: 400_000,
};

/** Reads base64 and quoted-printable parts of a pasted source as the words that they are; files stay as they stand. */
export const decodeEncodedParts = (mapped: MappedText): MappedText => {
  let read = decodeQuotedPrintable(mapped);
  for (let depth = 0; depth < limits.maximumCodeDepth; depth += 1) {
    const next = decodeBase64(read);
    if (next === read) break;
    read = next;
  }
  return read;
};

/** A stretch of base64, perhaps over many lines. Short ones are words by chance, or addresses. */
const base64Stretch =
  /(?<![A-Za-z0-9+/=])(?:[A-Za-z0-9+/]{60,}={0,2}[ \t]*\r?\n?)+(?:[A-Za-z0-9+/]{2,}={0,2})?|(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{40,}={0,2}/g;

const decodeBase64 = (mapped: MappedText): MappedText => {
  const replacements: Replacement[] = [];
  for (const match of mapped.text.matchAll(base64Stretch)) {
    if (match[0].length > limits.maximumCodedCharacters) continue;
    const text = textOfBase64(match[0]);
    if (text === undefined) continue;
    replacements.push({
      start: match.index,
      end: match.index + match[0].length,
      text: `\n${text}\n`,
    });
  }
  return replaceStretches(mapped, replacements);
};

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

const textOfBase64 = (coded: string): string | undefined => {
  const symbols = coded.replace(/[^A-Za-z0-9+/]/g, "");
  const bytes = new Uint8Array(Math.floor((symbols.length * 6) / 8));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const symbol of symbols) {
    bits = (bits << 6) | alphabet.indexOf(symbol);
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[at] = (bits >> held) & 0xff;
      at += 1;
      bits &= (1 << held) - 1;
    }
  }
  return textOfBytes(bytes);
};

/** `undefined` for bytes that are no text: a picture, a key. */
const textOfBytes = (bytes: Uint8Array<ArrayBuffer>): string | undefined => {
  const text = decodeUtf8(bytes);
  if (text === undefined || text.length < 16) return undefined;
  const words = text.match(/[\p{L}\p{M}]+/gu)?.join("").length ?? 0;
  // oxlint-disable-next-line no-control-regex -- control characters tell files from words
  const controls = text.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  return controls === 0 && words * 2 > text.length ? text : undefined;
};

const decodeUtf8 = (bytes: Uint8Array<ArrayBuffer>): string | undefined => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    // Bytes that are no UTF-8 are a file, not words.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
};

/** Only where a mail's source was pasted: soft line ends and coded bytes stand together there and nowhere else. */
const decodeQuotedPrintable = (mapped: MappedText): MappedText => {
  const softEnds = mapped.text.match(/=\r?\n/g)?.length ?? 0;
  const coded = mapped.text.match(/=[0-9A-F]{2}/g)?.length ?? 0;
  if (softEnds === 0 || softEnds + coded < 3) return mapped;
  const joined = replaceMatches(mapped, /=\r?\n/g, () => "");
  return replaceMatches(joined, /(?:=[0-9A-Fa-f]{2})+/g, ([run]) => {
    const bytes = new Uint8Array(run.length / 3);
    for (let index = 0; index < bytes.length; index += 1) {
      bytes[index] = Number.parseInt(run.slice(index * 3 + 1, index * 3 + 3), 16);
    }
    return decodeUtf8(bytes);
  });
};
