import { findAllOf, type FindStretches, type Stretch } from "./file-beginnings.ts";

/**
 * Bytes that are written one by one, as programs print them: "ff d8 ff", "ffd8 ffe0", "0xff, 0xd8", "255, 216",
 * "-1, -40", "377 330", and the dumps of xxd, hexdump and od.
 */
const fileBytes: readonly (readonly (number | "any")[])[] = [
  [0xff, 0xd8, 0xff, 0xe0],
  [0xff, 0xd8, 0xff, 0xe1],
  [0xff, 0xd8, 0xff, 0xe2],
  [0xff, 0xd8, 0xff, 0xdb],
  [0xff, 0xd8, 0xff, 0xee],
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  [0x47, 0x49, 0x46, 0x38, 0x39, 0x61],
  [0x47, 0x49, 0x46, 0x38, 0x37, 0x61],
  [0x52, 0x49, 0x46, 0x46, "any", "any", "any", "any", 0x57, 0x45, 0x42, 0x50],
  ["any", "any", "any", "any", 0x66, 0x74, 0x79, 0x70, 0x68, 0x65],
  ["any", "any", "any", "any", 0x66, 0x74, 0x79, 0x70, 0x6d, 0x69],
  ["any", "any", "any", "any", 0x66, 0x74, 0x79, 0x70, 0x61, 0x76],
  ["any", "any", "any", "any", 0x66, 0x74, 0x79, 0x70, 0x69, 0x73],
  ["any", "any", "any", "any", 0x66, 0x74, 0x79, 0x70, 0x6d, 0x70],
  ["any", "any", "any", "any", 0x66, 0x74, 0x79, 0x70, 0x71, 0x74],
  [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31],
  [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00],
  [0x50, 0x4b, 0x03, 0x04, 0x0a, 0x00],
  [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  [0x49, 0x49, 0x2a, 0x00, 0x08, 0x00, 0x00, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a, 0x00, 0x00, 0x00, 0x08],
];

/** Between two numbers: blanks, commas, brackets, quotation marks and what programming languages put before one. */
const gap = String.raw`[\s,;:|\[\](){}"'-]`;
const before = String.raw`(?:0x|\\x|\\u00|%|&#x|#|=)?`;
/** Never over an empty line: words begin behind it, and "af" of "after" is a byte too. */
const sameParagraph = String.raw`(?!\r?\n[ \t]*\r?\n)`;
const hexGap = `${sameParagraph}${gap}{0,6}${before}`;
const anyHex = "[0-9a-f]{2}";

const hexOf = (byte: number | "any"): string =>
  byte === "any" ? anyHex : byte.toString(16).padStart(2, "0");
const decimalOf = (byte: number | "any"): string =>
  byte === "any" ? String.raw`\d{1,3}` : `0{0,2}${byte}`;
const signedOf = (byte: number | "any"): string =>
  byte === "any" ? String.raw`-?\d{1,3}` : String(byte > 127 ? byte - 256 : byte);
const octalOf = (byte: number | "any"): string =>
  byte === "any" ? "[0-3]?[0-7]{1,2}" : String.raw`\\?${byte.toString(8).padStart(3, "0")}`;

/** Words of two or four bytes with the small end first, as `hexdump` and `od -x` print them. */
const swapped = (bytes: readonly (number | "any")[], width: 2 | 4): readonly (number | "any")[] =>
  bytes.map((_, at) => {
    const word = Math.floor(at / width) * width;
    return bytes[word + width - 1 - (at - word)] ?? "any";
  });

const either = (write: (bytes: readonly (number | "any")[]) => string): string =>
  `(?:${fileBytes.map(write).join("|")})`;
const hexList = (bytes: readonly (number | "any")[]): string => bytes.map(hexOf).join(hexGap);

const anyNumber = String.raw`-?\d{1,3}`;
const patterns: readonly RegExp[] = [
  new RegExp(`${before}${either(hexList)}(?:${hexGap}${anyHex}){12,}(?![g-z])`, "gi"),
  new RegExp(
    `\\b${either((bytes) => hexList(swapped(bytes, 2)))}(?:${hexGap}${anyHex}){6,}(?![g-z])`,
    "gi",
  ),
  new RegExp(
    `\\b${either((bytes) => hexList(swapped(bytes, 4)))}(?:${hexGap}${anyHex}){6,}(?![g-z])`,
    "gi",
  ),
  new RegExp(
    String.raw`(?<![\d.])${either((bytes) => bytes.map(decimalOf).join(`${gap}{1,6}`))}(?:${gap}{1,6}${anyNumber}){12,}`,
    "g",
  ),
  new RegExp(
    String.raw`(?<![\d.])${either((bytes) => bytes.map(signedOf).join(String.raw`[\s,;:|\[\](){}"']{1,6}`))}(?:[\s,;:|\[\](){}"']{1,6}${anyNumber}){12,}`,
    "g",
  ),
  new RegExp(
    String.raw`(?<![0-9a-z])${either((bytes) => bytes.map(octalOf).join(String.raw`[\s,\\]{1,4}`))}(?:[\s,\\]{1,4}[0-7]{1,3}){3,}`,
    "g",
  ),
  // od -c: JPEG and PNG with their letters; od without options: octal words.
  /\b377\s+330\s+377\s+3[0-7]{2}\s+\S+\s+\S/g,
  /\b211\s+P\s+N\s+G\s+\\r\s+\\n/g,
  /\bG\s+I\s+F\s+8\s+[79]\s+a\s+(?:\S{1,3}\s+){6}/g,
  /\b154377\s+16[0-7]{4}(?:\s+[0-7]{6}){3}/g,
  /\b050211\s+043516\s+005015/g,
];

/** Lines of a dump that go on: they begin with a place in the file, or hold nothing but numbers. */
const moreOfIt = /^[>|\s]*(?:[0-9a-f]{6,16}[:\s].*|[0-9a-fxu\\,;:\s"'-]+)\s*$/i;

export const findByteLists: FindStretches = function* (text) {
  yield* findAllOf(text, patterns, endOfDump);
  yield* findDumps(text);
};

const endOfDump = (text: string, from: number): number => {
  let end = endOfLine(text, from);
  // On one line words can follow the numbers; what follows a dump's line is its bytes as characters.
  const words = /[g-z]{3,}/i.exec(text.slice(from, Math.min(end, from + 200)).replace(/\|.*$/, ""));
  if (words !== null && !isGutter(text.slice(from, end))) return from + words.index;
  while (end < text.length) {
    const next = endOfLine(text, end + 1);
    const line = text.slice(end + 1, next);
    if (line.trim() === "" || !moreOfIt.test(line)) break;
    end = next;
  }
  return end;
};

/** What stands behind the numbers of a dump's line: as many signs as it has bytes, without a blank before their end. */
const isGutter = (rest: string): boolean => /^[\s0-9a-f]{0,40}[|>]?[ -~]{1,34}\s*$/i.test(rest);

const endOfLine = (text: string, from: number): number => {
  const feed = text.indexOf("\n", from);
  return feed === -1 ? text.length : feed;
};

const dumpLine = /^[>|\s]*([0-9a-f]{6,16})[:\s]\s*(?:[0-9a-f]{2,8}\s{1,2}){4,}/i;

/**
 * Dumps of which only a later part is there: lines that begin with places in a file, each as many bytes further as it
 * holds, in hexadecimal, octal or decimal.
 */
function* findDumps(text: string): Generator<Stretch> {
  if (!/^[>|\s]{0,40}[0-9a-f]{6,16}[:\s]/im.test(text)) return;
  let offset = 0;
  let place: string | undefined;
  let started = 0;
  let lines = 0;
  for (const line of text.split("\n")) {
    const here = line.length > 400 ? undefined : dumpLine.exec(line)?.[1];
    if (here !== undefined && place !== undefined && isNext(place, here)) lines += 1;
    else {
      if (lines >= 2) yield { start: started, end: offset - 1 };
      started = offset;
      lines = 0;
    }
    place = here;
    offset += line.length + 1;
  }
  if (lines >= 2) yield { start: started, end: Math.min(text.length, offset - 1) };
}

const isNext = (place: string, next: string): boolean =>
  [16, 8, 10].some((base) => {
    const step = Number.parseInt(next, base) - Number.parseInt(place, base);
    return step === 16 || step === 8 || step === 32;
  });
