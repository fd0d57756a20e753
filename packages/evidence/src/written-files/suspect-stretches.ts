import { base64MarkStarts } from "./base64-marks.ts";

/** Encoded bytes come in lines of 60 and more characters without a space; this is less than the shortest of them. */
const longRunInBytes = 20;
/** So many digits, blanks and signs between them in a row are no date and no number that people write. */
const listRunInBytes = 40;
const digitsInList = 24;
/** What is looked at before and after: "begin 644 …" and "data:image/…" stand there, and the list of bytes goes on. */
const aroundInBytes = 192;

const isByte = (test: (byte: number) => boolean): Uint8Array =>
  Uint8Array.from({ length: 256 }, (_, byte) => (test(byte) ? 1 : 0));
const codesOf = (text: string): ReadonlySet<number> =>
  new Set(Array.from(text, (character) => character.charCodeAt(0)));

/** Tab, line feed, form feed, carriage return, and the escape of ISO-2022 occur in text; NUL and the rest do not. */
const allowedControls = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1b]);
const isControl = isByte((byte) => (byte < 0x20 && !allowedControls.has(byte)) || byte === 0x7f);
/** Ends a run without a space: white space, and bytes of other scripts. */
const isGap = isByte((byte) => allowedControls.has(byte) || byte === 0x20 || byte >= 0x80);
const listCodes = codesOf("0123456789abcdefABCDEF \t\r\n,;:|-+\"'()[]{}\\xu");
const isInList = isByte((byte) => listCodes.has(byte));
const isDigit = isByte((byte) => byte >= 0x30 && byte <= 0x39);
const skippedCodes = codesOf(" \t\r\n\v\f>|\"'`,*\\");
/** What may stand between the characters of base64; bytes of other scripts too, since some of their signs are blanks. */
const isSkipped = isByte((byte) => skippedCodes.has(byte) || byte >= 0x80);

/** The last four characters of base64 as one number, hashed: a set of 16 bits tells whether a file may begin so. */
const hashOf = (window: number): number => Math.imul(window, 0x9e3779b1) >>> 16;
const windowOf = (four: string): number =>
  Array.from(four).reduce(
    (window, character) => (window << 8) | toPlain(character.charCodeAt(0)),
    0,
  );
/** "-" and "_" are what addresses write for "+" and "/". */
const toPlain = (byte: number): number => (byte === 0x2d ? 0x2b : byte === 0x5f ? 0x2f : byte);
const plain = Uint8Array.from({ length: 256 }, (_, byte) => toPlain(byte));
const mayBegin = new Uint8Array(65_536);
for (const start of base64MarkStarts) mayBegin[hashOf(windowOf(start))] = 1;

const lineStarts: readonly string[] = ["P1", "P2", "P3", "begin", "=ybegin", "/* XPM", "#define"];
const anywhere: readonly string[] = ["<svg", "<pict", "{\\rtf", "{\\pict", "<~"];
const firstOfAnywhere = codesOf("<{");
const isFirst = isByte((byte) => firstOfAnywhere.has(byte));

const startsWith = (bytes: Uint8Array, at: number, text: string): boolean => {
  for (let index = 0; index < text.length; index += 1) {
    const byte = bytes[at + index] ?? 0;
    const lower = byte >= 0x41 && byte <= 0x5a ? byte + 32 : byte;
    if (lower !== text.toLowerCase().charCodeAt(index)) return false;
  }
  return true;
};

export type SuspectStretch = readonly [from: number, to: number];

/**
 * The stretches of a text, as bytes, in which a written file could be: ordinary talk has next to none, and only these
 * are read closely (`holdsWrittenFile`). One pass, a few look-ups a byte.
 *
 * `undefined`: there are control bytes, so it is not text.
 */
export const findSuspectStretches = (bytes: Uint8Array): readonly SuspectStretch[] | undefined => {
  const found: [number, number][] = [];
  const suspect = (start: number, end: number): void => {
    let from = Math.max(0, start - aroundInBytes);
    let to = Math.min(bytes.length, end + aroundInBytes);
    // A long run is told at its end: what was found inside of it is a part of it.
    for (let last = found.at(-1); last !== undefined && from <= last[1]; last = found.at(-1)) {
      from = Math.min(from, last[0]);
      to = Math.max(to, last[1]);
      found.pop();
    }
    found.push([from, to]);
  };
  let run = 0;
  let list = 0;
  let digits = 0;
  let window = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (isControl[byte] === 1) return undefined;
    if (isGap[byte] === 1) {
      if (at - run >= longRunInBytes) suspect(run, at);
      run = at + 1;
      if (byte === 0x0a && lineStarts.some((text) => startsWith(bytes, at + 1, text))) {
        suspect(at, at + 512);
      }
    }
    if (isInList[byte] === 1) digits += isDigit[byte] ?? 0;
    else {
      if (at - list >= listRunInBytes && digits >= digitsInList) suspect(list, at);
      list = at + 1;
      digits = 0;
    }
    if (isSkipped[byte] === 0) {
      window = (window << 8) | (plain[byte] ?? 0);
      if (mayBegin[hashOf(window)] === 1) suspect(at, at);
    }
    if (isFirst[byte] === 1 && anywhere.some((text) => startsWith(bytes, at, text))) {
      suspect(at, at + 512);
    }
  }
  if (bytes.length - run >= longRunInBytes) suspect(run, bytes.length);
  if (bytes.length - list >= listRunInBytes && digits >= digitsInList) suspect(list, bytes.length);
  if (lineStarts.some((text) => startsWith(bytes, 0, text))) suspect(0, 512);
  return found;
};
