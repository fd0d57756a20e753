import { eastern } from "./eastern.ts";
import { middleEastAndSouthAsia } from "./middle-east-and-south-asia.ts";
import { northern } from "./northern.ts";
import type { Phrases } from "./phrases.ts";
import { romance } from "./romance.ts";

const allLanguages: readonly Phrases[] = [
  ...northern,
  ...romance,
  ...middleEastAndSouthAsia,
  ...eastern,
];

/** Invisible marks of direction: written by the app around what it says itself. */
const marks = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const spaces = /[\u00a0\u202f\u2009]/g;

export const stripMarks = (text: string): string =>
  text.replaceAll(marks, "").replaceAll(spaces, " ");

/** How phrases are compared: no marks, lower case, no full stop at the end. */
export const phraseKey = (text: string): string =>
  stripMarks(text)
    .trim()
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/[.。]$/, "");

export type PhraseKind = "omitted" | "deleted" | "missed-call" | "call" | "view-once" | "waiting";

const setOf = (pick: (phrases: Phrases) => readonly string[]): ReadonlySet<string> =>
  new Set(allLanguages.flatMap(pick).map(phraseKey));

const kinds: readonly (readonly [PhraseKind, (phrases: Phrases) => readonly string[]])[] = [
  ["omitted", (p) => p.omitted],
  ["deleted", (p) => p.deleted],
  ["view-once", (p) => p.viewOnce],
  ["waiting", (p) => p.waiting],
  ["call", (p) => p.call],
  // Last: where a language has one phrase for both, the missed call stands.
  ["missed-call", (p) => p.missedCall],
];

const kindByPhrase: ReadonlyMap<string, PhraseKind> = new Map(
  kinds.flatMap(([kind, pick]) => [...setOf(pick)].map((phrase) => [phrase, kind] as const)),
);

export const kindOfPhrase = (key: string): PhraseKind | undefined => kindByPhrase.get(key);

const isMark = (code: number): boolean =>
  code === 0x200e
  || code === 0x200f
  || (code >= 0x202a && code <= 0x202e)
  || (code >= 0x2066 && code <= 0x2069)
  || code === 0xfeff;

const lowerCase = (text: string, at: number): number => text.charAt(at).toLowerCase().charCodeAt(0);

/** A number for the first letters, the same in upper and lower case. */
const hashOfBeginning = (text: string): number => {
  let at = 0;
  // "<", and the blank that some languages write behind it.
  for (let code = text.charCodeAt(at); isMark(code) || code === 0x3c || code === 0x20;) {
    at += 1;
    code = text.charCodeAt(at);
  }
  let hash = 7;
  for (let taken = 0; taken < 5 && at + taken < text.length; taken += 1) {
    const code = text.charCodeAt(at + taken);
    if (code === 0x3e || isMark(code)) break;
    const lower = code < 128 ? code | 0x20 : lowerCase(text, at + taken);
    hash = (Math.imul(hash, 65_599) + lower) | 0;
  }
  return hash;
};

const beginnings: ReadonlySet<number> = new Set([...kindByPhrase.keys()].map(hashOfBeginning));

/** A cheap no for nearly every message; a yes means only that it is worth looking up. */
export const mayBePhrase = (text: string): boolean => beginnings.has(hashOfBeginning(text));

/** Longer texts are no phrase of the app: they are not even looked up. */
export const longestPhrase = Math.max(...[...kindByPhrase.keys()].map((p) => p.length)) + 8;

export const attachedWords = setOf((p) => p.attached);
export const editedPhrases = setOf((p) => p.edited);
export const omittedPhrases = setOf((p) => p.omitted);
export const callPhrases = [...setOf((p) => p.call)];
export const missedCallPhrases = [...setOf((p) => p.missedCall)];
export const pollWords = setOf((p) => p.poll);
export const pollOptionWords = setOf((p) => p.pollOption);

const systemPieces = [...setOf((p) => p.system)].filter((piece) => piece.length > 3);

/** Whether a line that stands under somebody's name is the app's own. */
export const isSystemText = (text: string): boolean => {
  const key = phraseKey(text);
  return systemPieces.some((piece) => key.includes(piece));
};
