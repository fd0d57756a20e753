/** Stands where an encoded file was taken out, so that a reader sees that something is missing. */
export const removedMark = "[not kept]";

export interface WordsOfText {
  readonly text: string;
  readonly removed: number;
}

/** Longer than any address, number or hash that people write down; shorter than the smallest picture. */
const longTokenLength = 160;
const encodedLine = /^[>|\s]*([A-Za-z0-9+/_-]{56,}={0,2})\s*$/;
const lastLine =
  /^[>|\s]*(?:[A-Za-z0-9+/_-]{4})*(?:[A-Za-z0-9+/_-]{2,3}={0,2}|[A-Za-z0-9+/_-]{4})\s*$/;
const hexLine = /^[>|\s]*(?:[0-9a-fA-F]{2}\s?){28,}\s*$/;
const uuLine = /^[>|\s]*M[ -`]{60}\s?$/;
const dataAddress = /data:[\w.+-]+\/[\w.+-]+(?:;[\w=.-]*)*,[A-Za-z0-9+/=_%.~!*'()-]*/gi;
const longToken = new RegExp(`[A-Za-z0-9+/_-]{${longTokenLength},}={0,2}`, "g");
/** How JPEG, PNG, GIF, WebP, HEIC and BMP begin in base64. */
const pictureToken =
  /(?<![A-Za-z0-9+/])(?:\/9j\/|iVBORw0KGg|R0lGOD|UklGR|AAAA[A-Za-z0-9+/]{3}mdHlw|Qk[0-9])[A-Za-z0-9+/_-]{24,}={0,2}/g;

/**
 * Takes files that are written as text out of a text: data addresses, base64, hexadecimal, uuencode, yEnc.
 *
 * Care rule 2: in a protected case a picture must not stay in any clothes. A long run of letters that is no picture
 * (a PGP block, a very long token) goes too: rather a word too few than a picture. A text without any such run comes
 * back as it is.
 */
export const removeEncodedFiles = (text: string): WordsOfText => {
  let removed = 0;
  const mark = (): string => {
    removed += 1;
    return removedMark;
  };
  if (text.length < 40) return { text, removed };
  const inline = text
    .replace(dataAddress, (found) => (found.length > 40 ? mark() : found))
    .replace(pictureToken, mark);
  const blocks = removeBlocks(inline, mark);
  return { text: blocks.replace(longToken, mark), removed };
};

type Block = { readonly end: RegExp } | "uu" | "base64" | "hex";

const removeBlocks = (text: string, mark: () => string): string => {
  if (!/[^\n]{56}|^[>|\s]*(?:begin|=ybegin) /m.test(text)) return text;
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

const blockAt = (lines: readonly string[], at: number): Block | undefined => {
  const line = lines[at] ?? "";
  const next = lines[at + 1] ?? "";
  if (/^[>|\s]*begin(?:-base64)? [0-7]{3,4} /.test(line))
    return { end: /^[>|\s]*(?:end|={4})\s*$/ };
  if (/^[>|\s]*=ybegin /.test(line)) return { end: /^[>|\s]*=yend\b/ };
  if (line.length < 56) return undefined;
  // One line alone may be a hash or an address that somebody was told to pay to.
  if (encodedLine.test(line) && (encodedLine.test(next) || /={1,2}\s*$/.test(next)))
    return "base64";
  if (hexLine.test(line) && hexLine.test(next)) return "hex";
  if (uuLine.test(line) && uuLine.test(next)) return "uu";
  return undefined;
};

const endOfBlock = (lines: readonly string[], at: number, block: Block): number => {
  let end = at;
  if (typeof block === "object") {
    while (end < lines.length && !block.end.test(lines[end] ?? "")) end += 1;
    // Without an end line everything behind the beginning may belong to it.
    return Math.min(lines.length, end + 1);
  }
  const pattern = block === "base64" ? encodedLine : block === "hex" ? hexLine : uuLine;
  while (end < lines.length && pattern.test(lines[end] ?? "")) end += 1;
  const rest = lines[end] ?? "";
  const tail =
    block === "base64" ? lastLine : block === "hex" ? /^[>|\s]*[0-9a-fA-F\s]+$/ : /^[>|\s]*[ -`]+$/;
  return rest.trim() !== "" && !rest.includes(" ") && tail.test(rest) ? end + 1 : end;
};
