import type { FindStretches, Stretch } from "./file-beginnings.ts";

/** What files begin with or hold near their beginning, as text: looked for in base64 at all three alignments. */
const encodedMarks: readonly string[] = [
  "\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF",
  "\u0000\u0010JFIF\u0000",
  "Exif\u0000\u0000",
  "\u0089PNG\r\n",
  "GIF87a",
  "GIF89a",
  "WEBPVP8",
  "ftypheic",
  "ftypheix",
  "ftypmif1",
  "ftypavif",
  "ftypisom",
  "ftypmp42",
  "ftypqt  ",
  "ftypM4",
  "ftyp3gp",
  "%PDF-1",
  "PK\u0003\u0004",
  "PK\u0003\u0004\u000a\u0000",
  "PK\u0003\u0004\u0014\u0000",
  "PK\u0003\u0004\u002d\u0000",
  "II*\u0000",
  "II*\u0000\u0008\u0000\u0000\u0000",
  "MM\u0000*",
  "MM\u0000*\u0000\u0000\u0000\u0008",
  "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1",
  "OggS\u0000",
  "ID3\u0003",
  "ID3\u0004",
  "\u001aE\u00df\u00a3",
  "{\\rtf1",
];

/** The characters of base64 that depend on nothing but these bytes, when `before` other bytes stand in front. */
const stableBase64 = (bytes: string, before: 0 | 1 | 2): string => {
  const encoded = btoa(`${"\u0000".repeat(before)}${bytes}`).replaceAll("=", "");
  const from = Math.ceil((before * 8) / 6);
  const to = Math.floor(((before + bytes.length) * 8) / 6);
  return encoded.slice(from, to);
};

const marks = [
  ...new Set(
    encodedMarks.flatMap((mark) =>
      ([0, 1, 2] as const).map((before) => stableBase64(mark, before)),
    ),
  ),
].filter((mark) => mark.length >= 5);

/** The first four characters of every mark: what a reader of bytes looks for before anything else. */
export const base64MarkStarts: readonly string[] = [
  ...new Set([...marks.map((mark) => mark.slice(0, 4)), "/9j/"]),
];

const escaped = (text: string): string => text.replace(/[+/]/g, "\\$&");

/** Base64 of JPEG's three bytes is short: the marker byte after it and a long run must follow. */
const encodedFile = new RegExp(
  `(?:${marks.map(escaped).join("|")}|\\/9j\\/[2-7])[A-Za-z0-9+/]{24}`,
  "g",
);

/**
 * What may stand between the characters of base64: white space of any kind, signs that cannot be seen, the marks of
 * replies and tables, and the quotation marks, commas and escapes of programs.
 */
const between = /(?:[\s>|"'`,*\\\u200b-\u200f\u2060\ufeff]|=(?=\r?\n))+/g;
const betweenOne = /[\s>|"'`,*\\\u200b-\u200f\u2060\ufeff]/;

/** Finds base64 that begins as a file does, at any alignment, however its characters are set apart. */
export const findBase64Files: FindStretches = (text) => {
  const bare = text
    .replace(between, "")
    .replace(/%2f/gi, "/")
    .replace(/%2b/gi, "+")
    .replaceAll("-", "+")
    .replaceAll("_", "/");
  return bare.search(encodedFile) === -1 ? [] : locate(text);
};

/** The same, slowly: which characters of the text they are. */
function* locate(text: string): Generator<Stretch> {
  const { bare, places } = toBare(text);
  let done = 0;
  for (const { index } of bare.matchAll(encodedFile)) {
    const at = places[index] ?? 0;
    if (at < done) continue;
    const start = startOf(text, at, done);
    done = endOf(text, start);
    yield { start, end: done };
  }
}

const toBare = (text: string): { readonly bare: string; readonly places: readonly number[] } => {
  const characters: string[] = [];
  const places: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? "";
    if (betweenOne.test(character)) continue;
    if (character === "=" && /^\r?\n/.test(text.slice(at + 1, at + 3))) continue;
    const escape = character === "%" ? /^2[fb]/i.exec(text.slice(at + 1, at + 3))?.[0] : undefined;
    characters.push(
      escape === undefined ? (urlSafe[character] ?? character) : /f/i.test(escape) ? "/" : "+",
    );
    places.push(at);
    if (escape !== undefined) at += 2;
  }
  return { bare: characters.join(""), places };
};
const urlSafe: Readonly<Record<string, string>> = { "-": "+", _: "/" };

/** Where it began: a mark can stand some bytes into the file. */
const startOf = (text: string, at: number, notBefore: number): number => {
  let start = at;
  while (start > notBefore && /[A-Za-z0-9+/]/.test(text[start - 1] ?? "")) start -= 1;
  return start;
};

const shortestRun = 32;

/**
 * How far it goes: over its groups of characters, which are all as long as each other but for the last. Words can follow
 * it after a blank. In doubt a word too few is kept.
 */
const endOf = (text: string, start: number): number => {
  const groups = /[^\s>|"'`,*\\\u200b-\u200f\u2060\ufeff]+/g;
  groups.lastIndex = start;
  let width = 0;
  let length = 0;
  let end = start + 1;
  for (let found = groups.exec(text); found !== null; found = groups.exec(text)) {
    const own = /^[A-Za-z0-9+/_%-]+={0,2}/.exec(found[0])?.[0] ?? "";
    const isRest = width > 0 && length >= shortestRun;
    if (isRest && /\n[ \t]*\r?\n/.test(text.slice(end, Math.min(found.index, end + 64)))) break;
    if (isRest && (own.length > width || own.length < found[0].length)) break;
    // Behind a line that is longer than a mail allows, or that ends with "=", nothing of it follows.
    end = found.index + own.length;
    length += own.length;
    if (own.length < found[0].length || own.endsWith("=") || own.length > 998) break;
    if (isRest && own.length < width) break;
    width = Math.max(width, own.length);
  }
  return Math.max(end, start + 1);
};
