import type { Stretch } from "../undisguise/mapped-text.ts";

export interface FoundIban extends Stretch {
  /** Without spaces, as it is compared. */
  readonly value: string;
  readonly valid: boolean;
}

/** Whole length by country. Source: SWIFT IBAN Registry, release 99; countries whose money flows through such demands first. */
const lengths: Readonly<Record<string, number>> = {
  AD: 24,
  AE: 23,
  AL: 28,
  AT: 20,
  AZ: 28,
  BA: 20,
  BE: 16,
  BG: 22,
  BH: 22,
  BI: 27,
  BR: 29,
  BY: 28,
  CH: 21,
  CR: 22,
  CY: 28,
  CZ: 24,
  DE: 22,
  DJ: 27,
  DK: 18,
  DO: 28,
  EE: 20,
  EG: 29,
  ES: 24,
  FI: 18,
  FK: 18,
  FO: 18,
  FR: 27,
  GB: 22,
  GE: 22,
  GI: 23,
  GL: 18,
  GR: 27,
  GT: 28,
  HR: 21,
  HU: 28,
  IE: 22,
  IL: 23,
  IQ: 23,
  IS: 26,
  IT: 27,
  JO: 30,
  KW: 30,
  KZ: 20,
  LB: 28,
  LC: 32,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  LY: 25,
  MC: 27,
  MD: 24,
  ME: 22,
  MK: 19,
  MN: 20,
  MR: 27,
  MT: 31,
  MU: 30,
  NI: 28,
  NL: 18,
  NO: 15,
  OM: 23,
  PK: 24,
  PL: 28,
  PS: 29,
  PT: 25,
  QA: 29,
  RO: 24,
  RS: 22,
  RU: 33,
  SA: 24,
  SC: 31,
  SD: 18,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  SO: 23,
  ST: 25,
  SV: 28,
  TL: 23,
  TN: 24,
  TR: 26,
  UA: 29,
  VA: 22,
  VG: 24,
  XK: 20,
  YE: 30,
};

/** Two letters, two digits, and groups with or without spaces between them. */
const pattern = /(?<![\p{L}\p{N}])([A-Z]{2}\d{2})((?: ?[A-Z0-9]){11,30})(?![\p{L}\p{N}])/gu;

export const findIbans = (text: string): readonly FoundIban[] => {
  const found: FoundIban[] = [];
  for (const match of text.matchAll(pattern)) {
    const country = match[0].slice(0, 2);
    const length = lengths[country];
    if (length === undefined) continue;
    const end = endOfLength(match[0], length);
    if (end === undefined) continue;
    const value = match[0].slice(0, end).replaceAll(" ", "");
    found.push({ value, valid: hasRest1(value), start: match.index, end: match.index + end });
  }
  return found;
};

/** Where so many letters and digits end; words that follow in capitals do not belong. */
const endOfLength = (text: string, length: number): number | undefined => {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] !== " ") count += 1;
    if (count === length) return at + 1;
  }
  return undefined;
};

/** ISO 7064 MOD 97-10 over the number with its head moved to the end. */
const hasRest1 = (value: string): boolean => {
  let rest = 0;
  for (const character of `${value.slice(4)}${value.slice(0, 4)}`) {
    const digits = Number.parseInt(character, 36);
    rest = (rest * (digits > 9 ? 100 : 10) + digits) % 97;
  }
  return rest === 1;
};
