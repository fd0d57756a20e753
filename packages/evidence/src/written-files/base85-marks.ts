import { findAllOf, type FindStretches } from "./file-beginnings.ts";

/** The three alphabets in use: Adobe's and btoa's, RFC 1924's (Python, git), and ZeroMQ's. */
const alphabets = [
  Array.from({ length: 85 }, (_, at) => String.fromCharCode(33 + at)).join(""),
  "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~",
  "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#",
];

/** Eight bytes of a file's beginning whose place is known, as five groups of four would see them at any alignment. */
const known: readonly (readonly number[])[] = [
  [0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46, 0x49, 0x46, 0x00],
  [0x45, 0x78, 0x69, 0x66, 0x00, 0x00, 0x4d, 0x4d, 0x00, 0x2a, 0x00],
  [0x45, 0x78, 0x69, 0x66, 0x00, 0x00, 0x49, 0x49, 0x2a, 0x00, 0x08],
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d],
  [0x47, 0x49, 0x46, 0x38, 0x39, 0x61],
  [0x47, 0x49, 0x46, 0x38, 0x37, 0x61],
  [0x52, 0x49, 0x46, 0x46],
  [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e],
  ...["WEBPVP8 ", "WEBPVP8L", "WEBPVP8X", "ftypheic", "ftypheix", "ftypmif1", "ftypavif"]
    .concat(["ftypisom", "ftypmp42", "ftypqt  "])
    .map((text) => Array.from(text, (character) => character.charCodeAt(0))),
];

const toGroup = (alphabet: string, bytes: readonly number[], at: number): string => {
  let value = 0;
  for (let index = at; index < at + 4; index += 1) value = value * 256 + (bytes[index] ?? 0);
  let group = "";
  for (let digit = 0; digit < 5; digit += 1) {
    group = `${alphabet[value % 85] ?? ""}${group}`;
    value = Math.floor(value / 85);
  }
  return group;
};

/** Two groups say enough at any alignment; one group only at the very beginning of a run. */
const marksOf = (alphabet: string): readonly string[] =>
  known.flatMap((bytes) =>
    [0, 1, 2, 3]
      .filter((at) => at + 8 <= bytes.length)
      .map((at) => toGroup(alphabet, bytes, at) + toGroup(alphabet, bytes, at + 4)),
  );
const firstGroupsOf = (alphabet: string): readonly string[] => [
  ...new Set(
    [
      [0xff, 0xd8, 0xff, 0xe0],
      [0xff, 0xd8, 0xff, 0xe1],
      [0xff, 0xd8, 0xff, 0xdb],
      ...known.filter((bytes) => bytes.length < 8),
    ].map((bytes) => toGroup(alphabet, bytes, 0)),
  ),
];

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
/** With the "z" that btoa and Adobe write for four noughts. */
const classOf = (alphabet: string): string =>
  `[${escaped(alphabet)}${alphabet.includes("z") ? "" : "z"}]`;

const patterns = alphabets.flatMap((alphabet) => {
  const rest = `${classOf(alphabet)}{30,}`;
  return [
    new RegExp(`(?:${marksOf(alphabet).map(escaped).join("|")})${rest}`, "g"),
    new RegExp(
      `(?<![!-~])(?:<~)?(?:${firstGroupsOf(alphabet).map(escaped).join("|")})${rest}`,
      "g",
    ),
  ];
});
/** Adobe's own brackets: whatever is between them was not written by a hand. */
const bracketed = /<~[!-uz\s]{40,}~>/g;

/** Finds files that are written in base 85. Its lines have no blanks, so a run of them is looked at as it stands. */
export const findBase85Files: FindStretches = function* (text) {
  yield* findAllOf(text, [bracketed]);
  yield* findAllOf(text, patterns, endOfLines);
};

const restOfRun = /[!-~]*/y;
const nextLine = /\r?\n[!-~]{20,}/y;
const lastLine = /\r?\n[!-~]{1,19}(?=\r?\n|$)/y;

/** The run's own line, and the full lines without a blank that follow it. */
const endOfLines = (text: string, from: number): number => {
  const after = (pattern: RegExp, at: number): number => {
    pattern.lastIndex = at;
    return pattern.test(text) ? pattern.lastIndex : at;
  };
  let end = after(restOfRun, from);
  for (let next = after(nextLine, end); next > end; next = after(nextLine, end)) end = next;
  return after(lastLine, end);
};
