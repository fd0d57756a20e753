import { periodOf, type DayPeriod } from "./day-periods.ts";

/** No header is longer; what stands behind it is not looked at, so that any cut of the file gives the same. */
export const longestHeaderInBytes = 160;

const bracketOpen = 0x5b;
const bracketClose = 0x5d;
const space = 0x20;
const comma = 0x2c;
const hyphen = 0x2d;
const dot = 0x2e;
const slash = 0x2f;
const colon = 0x3a;

/** A line can be a header only when it begins with a bracket, a digit of some script, or an invisible mark. */
export const mayBeginHeader = (byte: number | undefined): boolean =>
  byte !== undefined
  && ((byte >= 0x30 && byte <= 0x39)
    || byte === bracketOpen
    || byte === 0xe2
    || byte === 0xd9
    || byte === 0xdb
    || byte === 0xe0
    || byte === 0xef);

/**
 * Reads the date and time that begins a message, byte by byte; one instance is used for all lines, its fields hold
 * the last header found.
 *
 * `shape` is a number that two headers share when one phone with one setting wrote both: brackets, separators,
 * lengths of the year, seconds, place of am/pm, script of the digits, words between date and time.
 */
export class HeaderScan {
  shape = 0;
  /** The date's numbers in the order they stand; which is the day is decided for the whole file. */
  first = 0;
  second = 0;
  third = 0;
  /** 0 to 23, am and pm already applied. */
  hour = 0;
  minute = 0;
  /** -1 when the header has none. */
  seconds = -1;
  /** Where the message begins. */
  bodyAt = 0;
  yearFirst = false;
  yearDigits = 2;
  hasBrackets = false;
  hasPeriod = false;
  separator = 0;

  #bytes: Uint8Array = new Uint8Array(0);
  #at = 0;
  #end = 0;
  #digits = 0;
  #script = 0;

  scan(bytes: Uint8Array, at: number, end: number): boolean {
    this.#bytes = bytes;
    this.#at = at;
    this.#end = Math.min(end, at + longestHeaderInBytes, bytes.length);
    this.#script = 0;
    this.#skipMarks();
    this.hasBrackets = this.#byte() === bracketOpen;
    if (this.hasBrackets) {
      this.#at += 1;
      this.#skipMarks();
    }
    const date = this.#scanDate();
    if (date < 0) return false;
    const gap = this.#scanGap();
    if (gap === undefined) return false;
    const time = this.#scanTime();
    if (time < 0) return false;
    const suffix = this.#scanPeriodBehind();
    if (suffix === false) return false;
    const ending = this.#scanEnding();
    if (ending < 0) return false;
    const period = gap.period ?? suffix;
    this.hasPeriod = period !== undefined;
    this.#applyPeriod(period);
    const periodPlace = gap.period !== undefined ? 1 : suffix !== undefined ? 2 : 0;
    this.shape =
      (((((date * 4 + time) * 4 + periodPlace) * 8 + ending) * 8 + this.#script) * 2
        + (this.hasBrackets ? 1 : 0))
        * 65_536
      + gap.hash;
    this.bodyAt = this.#at;
    return true;
  }

  #byte(ahead = 0): number {
    const at = this.#at + ahead;
    return at < this.#end ? (this.#bytes[at] ?? -1) : -1;
  }

  /** U+200E, U+200F, U+202A–E, U+2066–9, U+FEFF: written by the app to keep right-to-left lines readable. */
  #skipMarks(): void {
    for (;;) {
      const byte = this.#byte();
      if (byte === 0xe2) {
        const next = this.#byte(1);
        const last = this.#byte(2);
        const isMark =
          (next === 0x80 && (last === 0x8e || last === 0x8f || (last >= 0xaa && last <= 0xae)))
          || (next === 0x81 && last >= 0xa6 && last <= 0xa9);
        if (!isMark) return;
      } else if (!(byte === 0xef && this.#byte(1) === 0xbb && this.#byte(2) === 0xbf)) {
        return;
      }
      this.#at += 3;
    }
  }

  /** -1 when there is no digit; `#digits` tells how many. ASCII, Arabic, Persian, Devanagari and Thai digits. */
  #number(maximumDigits: number): number {
    const bytes = this.#bytes;
    const end = Math.min(this.#end, this.#at + maximumDigits);
    let at = this.#at;
    let value = 0;
    for (; at < end; at += 1) {
      const digit = (bytes[at] ?? 0) - 0x30;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
    }
    this.#digits = at - this.#at;
    if (this.#digits > 0) {
      this.#at = at;
      return value;
    }
    while (this.#digits < maximumDigits) {
      const digit = this.#digit();
      if (digit < 0) break;
      value = value * 10 + digit;
      this.#digits += 1;
    }
    return this.#digits === 0 ? -1 : value;
  }

  #digit(): number {
    const byte = this.#byte();
    if (byte >= 0x30 && byte <= 0x39) return this.#takeDigit(byte - 0x30, 1, 0);
    const next = this.#byte(1);
    if (byte === 0xd9 && next >= 0xa0 && next <= 0xa9) return this.#takeDigit(next - 0xa0, 2, 1);
    if (byte === 0xdb && next >= 0xb0 && next <= 0xb9) return this.#takeDigit(next - 0xb0, 2, 2);
    if (byte !== 0xe0) return -1;
    const last = this.#byte(2);
    if (next === 0xa5 && last >= 0xa6 && last <= 0xaf) return this.#takeDigit(last - 0xa6, 3, 3);
    if (next === 0xb9 && last >= 0x90 && last <= 0x99) return this.#takeDigit(last - 0x90, 3, 4);
    return -1;
  }

  #takeDigit(value: number, length: number, script: number): number {
    this.#at += length;
    this.#script = script;
    return value;
  }

  /** 1 "/", 2 "-", 3 ".", 4 year/month signs of Chinese, Japanese and Korean; 0 none. */
  #dateSeparator(): number {
    this.#skipMarks();
    const byte = this.#byte();
    let kind = 0;
    if (byte === slash) kind = 1;
    else if (byte === hyphen) kind = 2;
    else if (byte === dot) kind = 3;
    if (kind > 0) this.#at += 1;
    else if (this.#takeSign(dateSigns)) kind = 4;
    if (kind > 0) {
      this.#skipMarks();
      if (this.#byte() === space) {
        this.#at += 1;
        kind += 4;
      }
    }
    return kind;
  }

  #takeSign(signs: readonly (readonly number[])[]): boolean {
    for (const sign of signs) {
      if (sign.every((byte, i) => this.#byte(i) === byte)) {
        this.#at += sign.length;
        return true;
      }
    }
    return false;
  }

  /** A number for the date's look, -1 when there is none. */
  #scanDate(): number {
    this.first = this.#number(4);
    const firstDigits = this.#digits;
    if (this.first < 0) return -1;
    const separator = this.#dateSeparator();
    if (separator === 0) return -1;
    this.second = this.#number(2);
    if (this.second < 0 || this.#dateSeparator() !== separator) return -1;
    this.third = this.#number(4);
    const thirdDigits = this.#digits;
    if (this.third < 0) return -1;
    this.yearFirst = firstDigits > 2;
    if (this.yearFirst ? thirdDigits > 2 : thirdDigits === 3) return -1;
    this.yearDigits = this.yearFirst ? firstDigits : thirdDigits;
    this.separator = separator;
    let trailing = 0;
    if (this.#byte() === dot) {
      trailing = 1;
      this.#at += 1;
    } else if (this.#takeSign(daySigns)) trailing = 1;
    const yearLook = this.yearFirst ? 2 : thirdDigits === 4 ? 1 : 0;
    return (separator * 4 + yearLook) * 2 + trailing;
  }

  /** What stands between date and time: a comma, a word like "klo", a day period like 下午. */
  #scanGap(): Gap {
    const byte = this.#byte();
    if (byte === comma && this.#byte(1) === space && isAsciiDigit(this.#byte(2))) {
      this.#at += 2;
      return commaGap;
    }
    if (byte === space && isAsciiDigit(this.#byte(1))) {
      this.#at += 1;
      return spaceGap;
    }
    const start = this.#at;
    let length = 0;
    for (; length <= longestGapInBytes; length += 1) {
      const here = this.#byte();
      if (here < 0 || here === 10 || here === bracketClose) return undefined;
      const before = this.#at;
      if (this.#digit() >= 0) {
        this.#at = before;
        break;
      }
      this.#at = before + 1;
    }
    if (length === 0 || length > longestGapInBytes) return undefined;
    return readGap(this.#bytes.subarray(start, this.#at));
  }

  /** 0 to 3 for its look, -1 when there is none. */
  #scanTime(): number {
    this.hour = this.#number(2);
    if (this.hour < 0 || this.hour > 24) return -1;
    this.#skipMarks();
    const separator = this.#byte();
    if (separator !== colon && separator !== dot) return -1;
    this.#at += 1;
    this.#skipMarks();
    this.minute = this.#number(2);
    if (this.#digits !== 2 || this.minute > 59) return -1;
    this.seconds = -1;
    if (this.#byte() === separator) {
      const before = this.#at;
      this.#at += 1;
      this.seconds = this.#number(2);
      if (this.#digits !== 2 || this.seconds > 60) {
        // A colon that ends the header: "21:25: Ann".
        this.#at = before;
        this.seconds = -1;
      }
    }
    return (separator === dot ? 2 : 0) + (this.seconds >= 0 ? 1 : 0);
  }

  /** `undefined`: none. `false`: something stands here that no header has. */
  #scanPeriodBehind(): DayPeriod | undefined | false {
    this.#skipMarks();
    const byte = this.#byte();
    if (byte === bracketClose || byte === colon || byte === comma) return undefined;
    if (byte === space && this.#byte(1) === hyphen) return undefined;
    const quick = this.#quickPeriod();
    if (quick !== undefined) return quick;
    const start = this.#at;
    for (let length = 0; length <= longestGapInBytes; length += 1) {
      const here = this.#byte();
      if (here < 0 || here === 10) return false;
      const endsHere = this.hasBrackets
        ? here === bracketClose
        : this.#isDash() || here === colon || (here === comma && this.#byte(1) === space);
      if (endsHere) {
        const word = this.#bytes.subarray(start, this.#at);
        if (word.length === 0) return undefined;
        const isOnlySpace = word.length === 1 && word[0] === space;
        if (isOnlySpace) {
          this.#at = start;
          return undefined;
        }
        const period = readPeriod(word);
        if (period === undefined) return false;
        return period;
      }
      this.#at += 1;
    }
    return false;
  }

  /** " PM" with any of the three spaces before it, as most 12-hour headers have it. */
  #quickPeriod(): DayPeriod | undefined {
    const byte = this.#byte();
    let skip = 0;
    if (byte === space) skip = 1;
    else if (byte === 0xc2 && this.#byte(1) === 0xa0) skip = 2;
    else if (byte === 0xe2 && this.#byte(1) === 0x80 && this.#byte(2) === 0xaf) skip = 3;
    if (skip === 0) return undefined;
    const letter = this.#byte(skip) | 0x20;
    if ((letter !== 0x61 && letter !== 0x70) || (this.#byte(skip + 1) | 0x20) !== 0x6d) {
      return undefined;
    }
    const next = this.#byte(skip + 2);
    if (next !== space && next !== bracketClose && next !== colon && next !== comma) {
      return undefined;
    }
    this.#at += skip + 2;
    return letter === 0x61 ? "am" : "pm";
  }

  #isDash(): boolean {
    if (this.#byte() !== space) return false;
    return (
      this.#byte(1) === hyphen
      || (this.#byte(1) === 0xe2 && this.#byte(2) === 0x80 && this.#byte(3) === 0x93)
    );
  }

  /** 1 "]", 2 " - ", 3 " – ", 4 ": ", 5 " , " and ", "; -1 none. */
  #scanEnding(): number {
    this.#skipMarks();
    if (this.hasBrackets) {
      if (this.#byte() !== bracketClose) return -1;
      this.#at += 1;
      if (this.#byte() === space) this.#at += 1;
      return 1;
    }
    const spaced = this.#byte() === space;
    if (spaced) this.#at += 1;
    const byte = this.#byte();
    let ending = -1;
    if (spaced && byte === hyphen) ending = 2;
    else if (spaced && byte === 0xe2 && this.#byte(1) === 0x80 && this.#byte(2) === 0x93)
      ending = 3;
    else if (!spaced && byte === colon) ending = 4;
    else if (byte === comma) ending = 5;
    if (ending < 0) return -1;
    this.#at += ending === 3 ? 3 : 1;
    if (this.#byte() !== space) return -1;
    this.#at += 1;
    return ending;
  }

  #applyPeriod(period: DayPeriod | undefined): void {
    if (period === undefined || this.hour > 12) return;
    if (period === "am") this.hour %= 12;
    else if (period === "pm") this.hour = (this.hour % 12) + 12;
    else if (this.hour < 11) this.hour += 12;
  }
}

const isAsciiDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;

const encode = (text: string): readonly number[] => [...new TextEncoder().encode(text)];
const dateSigns = ["年", "月", "년", "월"].map(encode);
const daySigns = ["日", "일"].map(encode);

const longestGapInBytes = 32;

const hashText = (text: string): number => {
  let hash = 7;
  for (let i = 0; i < text.length; i += 1) hash = (hash * 31 + text.charCodeAt(i)) % 65_521;
  return hash;
};

const commaGap = { hash: hashText(", ") };
const spaceGap = { hash: hashText(" ") };

const decoder = new TextDecoder();

/** Invisible marks removed, every kind of space made one. */
const plain = (bytes: Uint8Array): string =>
  decoder
    .decode(bytes)
    .replaceAll(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "")
    .replaceAll(/[\u00a0\u202f\u2009]/g, " ");

type Gap = { readonly hash: number; readonly period?: DayPeriod } | undefined;

/**
 * The same few words stand in a million headers: each is decoded once. A hostile file can bring many, so the memory of
 * them is bounded, and compares bytes, not only their sum.
 */
const createWordCache = <T>(read: (bytes: Uint8Array) => T) => {
  const cached = new Map<number, { readonly bytes: Uint8Array; readonly value: T }>();
  return (bytes: Uint8Array): T => {
    let key = bytes.length;
    for (let i = 0; i < bytes.length; i += 1) key = Math.imul(key, 31) + (bytes[i] ?? 0);
    const known = cached.get(key);
    if (known !== undefined && isSame(known.bytes, bytes)) return known.value;
    const value = read(bytes);
    if (cached.size < maximumCachedWords) cached.set(key, { bytes: bytes.slice(), value });
    return value;
  };
};

const maximumCachedWords = 256;

const isSame = (a: Uint8Array, b: Uint8Array): boolean => {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return true;
};

const readGap = createWordCache<Gap>((bytes) => {
  const text = plain(bytes);
  const word = text.replaceAll(/^[\s,،]+|\s+$/gu, "");
  if (word === "") return /[\s,،]/.test(text) ? { hash: hashText(text) } : undefined;
  const period = periodOf(word);
  if (period !== undefined) return { hash: hashText(text.replace(word, "P")), period };
  // "klo", "um", "às", "at": a short word of letters between spaces.
  return /^[\s,،]+\p{L}{1,6}\.?\s+$/u.test(text) ? { hash: hashText(text) } : undefined;
});

const readPeriod = createWordCache<DayPeriod | undefined>((bytes) => periodOf(plain(bytes).trim()));
