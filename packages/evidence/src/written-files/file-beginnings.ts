/**
 * How files begin that are or may hold pictures and recordings, and PDF, archives, Office and RTF with them.
 * One list for both doors that a protected case has: what intake takes out of a text, and what the vault refuses.
 * See [Note: words only].
 */
const beginnings: readonly (readonly (number | undefined)[])[] = [
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47],
  [0x47, 0x49, 0x46, 0x38],
  [0x52, 0x49, 0x46, 0x46],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
  [undefined, undefined, undefined, undefined, 0x66, 0x74, 0x79, 0x70],
  [0x25, 0x50, 0x44, 0x46],
  [0x25, 0x21, 0x50, 0x53],
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x7b, 0x5c, 0x72, 0x74, 0x66],
  [0x49, 0x44, 0x33],
  [0x4f, 0x67, 0x67, 0x53],
  [0x1a, 0x45, 0xdf, 0xa3],
  [0x1f, 0x8b],
  [0x42, 0x5a, 0x68],
  [0xfd, 0x37, 0x7a, 0x58],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x52, 0x61, 0x72, 0x21],
  [0x66, 0x4c, 0x61, 0x43],
];

/** `head`: the first bytes of a file, 8 at least where it has them. */
export const beginsAsFile = (head: Uint8Array): boolean =>
  beginnings.some((beginning) =>
    beginning.every((byte, index) => byte === undefined || head[index] === byte),
  );

/** A stretch of a text: `end` is the first character behind it. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}
/**
 * All of one kind that a text holds, in order. Linear in the text, whatever a stranger wrote into it: a recogniser goes on
 * behind what it found.
 */
export type FindStretches = (text: string) => Iterable<Stretch>;

/** What each of some patterns, all with the flag "g", finds; `end` says how far a find goes on beyond its match. */
export function* findAllOf(
  text: string,
  patterns: readonly RegExp[],
  end: (text: string, matchEnd: number) => number = (_, matchEnd) => matchEnd,
): Generator<Stretch> {
  for (const pattern of patterns) {
    pattern.lastIndex = 0;
    for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
      const stretch = { start: found.index, end: end(text, found.index + found[0].length) };
      pattern.lastIndex = Math.max(stretch.end, found.index + 1);
      yield stretch;
    }
  }
}
