import { findWrittenFiles, holdsWrittenFile } from "./find-written-file.ts";

/** Stands where a written file was taken out, so that a reader sees that something is missing. */
const removedMark = "[not kept]";

export interface WordsOfText {
  readonly text: string;
  readonly removed: number;
}

/** Longer than any address, number or hash that people write down; shorter than the smallest picture. */
const longTokenLength = 160;
const shortestLine = 24;
/** One line of these alone may be a hash, or an address that somebody was told to pay to. */
const longLine = 56;
const dataAddress = /data:[\w.+-]+\/[\w.+-]+(?:;[\w=.-]*)*,[A-Za-z0-9+/=_%.~!*'()-]*/gi;
const longToken = new RegExp(`[A-Za-z0-9+/_-]{${String(longTokenLength)},}={0,2}`, "g");
/**
 * How JPEG, PNG, GIF, WebP, HEIC and BMP begin in base64. "BM" alone also begins an address that money is to be paid to:
 * of a bitmap the size of its second header, a small number at byte 14, has three zeros after it.
 */
const beginning =
  "(?:\\/9j\\/|iVBORw0KGg|R0lGOD|UklGR|AAAA[A-Za-z0-9+/]{3}mdHlw|Qk[0-3](?=[A-Za-z0-9+/_-]{17}AAAA))[A-Za-z0-9+/_-]{24,}={0,2}";
const pictureToken = new RegExp(`(?<![A-Za-z0-9+/])${beginning}`, "g");
const pictureLine = new RegExp(`^${beginning}$`);
/**
 * Bytes one by one, as programs print them: "ff d8 ff", "ff:d8", "\\u00ff", "0xff, 0xd8", "255, 216". Not "%ff": addresses
 * of pages in most of the world's scripts are long runs of it, and are words.
 */
const hexBytes = /(?<![0-9a-z])(?:(?:0x|\\x|\\u00)?[0-9a-f]{2}[\s:,]{0,2}){80,}(?![0-9a-z])/gi;
const decimalBytes = /(?:\b\d{1,3}[\s,]{1,3}){80,}/g;
const base64Line = /^(?=.*[A-Za-z])[A-Za-z0-9+/_-]+={0,2}$/;
/** With a letter: long numbers of the same length stand below each other in statements and lists. */
const hexLine = /^(?=.*[a-fA-F])(?:[0-9a-fA-F]{2}\s?){12,}$/;
const uuLine = /^M[ -`]{60}\s?$/;

/**
 * Takes files that are written as text out of a text: whatever `findWrittenFiles` knows by its beginning (data addresses,
 * base64, base 85, hexadecimal, dumps, uuencode, yEnc, pictures in words), and what looks like the rest of one.
 *
 * Care rule 2: in a protected case a picture must not stay in any clothes. A long run of letters that is no picture
 * (a PGP block, a very long token) goes too: rather a word too few than a picture. A text without any such run comes
 * back as it is; what comes back is always taken by the vault.
 */
export const removeWrittenFiles = (text: string): WordsOfText => {
  let removed = 0;
  const mark = (): string => {
    removed += 1;
    return removedMark;
  };
  if (text.length < 40 && !holdsWrittenFile(text)) return { text, removed };
  const inline = removeKnown(text, mark).replace(dataAddress, (found) =>
    found.length > 40 ? mark() : found,
  );
  // Blocks before tokens: once its first line is gone, the rest of a picture looks like nothing in particular.
  const blocks = removeBlocks(inline, mark);
  // Long tokens before single bytes: those that are left are too short to be gone over again and again.
  const tokens = blocks.replace(pictureToken, mark).replace(longToken, mark);
  const words = tokens
    .replace(hexBytes, (found) => (isByteList(found) ? mark() : found))
    .replace(decimalBytes, mark);
  // What was taken out may have stood between two halves.
  return removed > 0 && holdsWrittenFile(words)
    ? { text: removedMark, removed }
    : { text: words, removed };
};

const removeKnown = (text: string, mark: () => string): string => {
  let kept = "";
  let at = 0;
  for (const { start, end } of findWrittenFiles(text)) {
    // What is found at the beginning of a line may begin with the end of the line before.
    const from = text[start] === "\n" ? start + 1 : start;
    kept += text.slice(at, from) + mark();
    at = end;
  }
  return kept + text.slice(at);
};

/** Not long numbers below each other, and not a list of addresses that somebody was told to pay to. */
const isByteList = (list: string): boolean =>
  /[a-f]/i.test(list) && list.replace(/0x[0-9a-f]{40}(?![0-9a-f])/gi, "").length > list.length / 2;

type Block = { readonly end: RegExp } | "uu" | "base64" | "hex";

const removeBlocks = (text: string, mark: () => string): string => {
  if (!/[^\n]{24}|^[>| \t]*(?:begin|=ybegin) /m.test(text)) return text;
  const kept: string[] = [];
  const lines = text.split("\n");
  let at = 0;
  while (at < lines.length) {
    const block = blockAt(lines, at);
    const end = block === undefined ? at : endOfBlock(lines, at, block);
    if (end === at) {
      kept.push(lines[at] ?? "");
      at += 1;
    } else {
      kept.push(mark());
      at = end;
    }
  }
  return kept.join("\n");
};

/** A line without the signs of a quotation and the blanks around it. */
const bareLine = (lines: readonly string[], at: number): string =>
  (lines[at] ?? "").replace(/^[>|\s]+/, "").trimEnd();

const blockAt = (lines: readonly string[], at: number): Block | undefined => {
  const line = bareLine(lines, at);
  if (line.startsWith("begin") && /^begin(?:-base64)? [0-7]{3,4} /.test(line)) {
    return { end: /^(?:end|={4})$/ };
  }
  if (line.startsWith("=ybegin ")) return { end: /^=yend\b/ };
  if (line.length < shortestLine) return undefined;
  if (pictureLine.test(line)) return "base64";
  const next = bareLine(lines, at + 1);
  if (uuLine.test(line) && uuLine.test(next)) return "uu";
  if (hexLine.test(line) && hexLine.test(next) && line.length === next.length) return "hex";
  if (!base64Line.test(line) || !base64Line.test(next)) return undefined;
  const isLong = line.length >= longLine && (next.length >= longLine || next.endsWith("="));
  const isEven = next.length === line.length && bareLine(lines, at + 2).length === line.length;
  return isLong || (isEven && base64Line.test(bareLine(lines, at + 2))) ? "base64" : undefined;
};

/** Behind the block's last line, which is shorter than the others. */
const endOfBlock = (lines: readonly string[], at: number, block: Block): number => {
  let end = at;
  if (typeof block === "object") {
    while (end < lines.length && !block.end.test(bareLine(lines, end))) end += 1;
    // Without an end line everything behind the beginning may belong to it.
    return Math.min(lines.length, end + 1);
  }
  const pattern = block === "base64" ? base64Line : block === "hex" ? hexLine : uuLine;
  const width = bareLine(lines, at).length;
  const isFull = (line: string): boolean =>
    pattern.test(line) && (line.length >= width || line.length >= longLine);
  while (end < lines.length && isFull(bareLine(lines, end))) end += 1;
  // A line that is longer than a mail allows was never wrapped, and one that ends with "=" is the last.
  const last = bareLine(lines, end - 1);
  if (last.endsWith("=") || last.length > 998) return end;
  const rest = bareLine(lines, end);
  const tail = block === "uu" ? /^[ -`]+$/ : block === "hex" ? /^[0-9a-fA-F\s]+$/ : base64Line;
  return rest !== "" && (block === "hex" || !rest.includes(" ")) && tail.test(rest) ? end + 1 : end;
};
