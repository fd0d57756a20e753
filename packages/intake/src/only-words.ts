import { type ByteSource, streamOf } from "@holdfast/evidence";

import { removeWrittenFiles } from "@holdfast/evidence";

/**
 * Text can carry a picture: a `data:` address in a saved page, a base64 block in a mail that was saved as text, a
 * JPEG glued behind a chat. See [Note: words only] for the vault's own look at the same bytes. Here a source is only
 * words when all of it decodes strictly, holds no control characters, and `removeWrittenFiles` finds nothing to take
 * out.
 */
export const isOnlyWords = async (source: ByteSource): Promise<boolean> => {
  const decoder = new TextDecoder(encodingOf(await source.read(0, 2)), { fatal: true });
  const look = createLook();
  try {
    for await (const chunk of streamOf(source, 1 << 18)) {
      if (!look(decoder.decode(chunk, { stream: true }), false)) return false;
    }
    return look(decoder.decode(), true);
  } catch (error) {
    // The decoder's way of saying that this is not text in that encoding.
    if (error instanceof TypeError) return false;
    throw error;
  }
};

const encodingOf = (start: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" => {
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  if (start[0] === 0xfe && start[1] === 0xff) return "utf-16be";
  return "utf-8";
};

/** Nobody writes a line like this; what is so long cannot be looked at in one piece either. */
const longestLine = 1 << 20;

/** Looks at text piece by piece, always at whole lines. False: this is not only words. */
const createLook = (): ((text: string, isLast: boolean) => boolean) => {
  let rest = "";
  return (text, isLast) => {
    for (let i = 0; i < text.length; i += 1) if (isControl(text.charCodeAt(i))) return false;
    const all = rest + text;
    const end = isLast ? all.length : all.lastIndexOf("\n") + 1;
    rest = all.slice(end);
    return rest.length <= longestLine && removeWrittenFiles(all.slice(0, end)).removed === 0;
  };
};

const isControl = (code: number): boolean =>
  (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13) || code === 127;

/**
 * The lines of a text that are words, the rest left out; `undefined` when nothing can be trusted to be words.
 * Old encodings of eight bits stay readable: a line counts as words while most of it is ASCII.
 */
export const filterWords = (
  bytes: Uint8Array<ArrayBuffer>,
): Uint8Array<ArrayBuffer> | undefined => {
  if (encodingOf(bytes) !== "utf-8") return undefined;
  const out: Uint8Array[] = [];
  let piece: string[] = [];
  let pieceLength = 0;
  const flush = (): void => {
    out.push(new TextEncoder().encode(removeWrittenFiles(piece.join("")).text));
    piece = [];
    pieceLength = 0;
  };
  for (let start = 0; start < bytes.length;) {
    const feed = bytes.indexOf(10, start);
    const end = feed === -1 ? bytes.length : feed + 1;
    const line = readWords(bytes.subarray(start, end));
    piece.push(line);
    pieceLength += line.length;
    if (pieceLength > longestLine) flush();
    start = end;
  }
  flush();
  const length = out.reduce((sum, part) => sum + part.length, 0);
  if (length === 0) return undefined;
  const words = new Uint8Array(length);
  let at = 0;
  for (const part of out) {
    words.set(part, at);
    at += part.length;
  }
  return words;
};

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const oldWestern = new TextDecoder("windows-1252");

const readWords = (line: Uint8Array): string => {
  let high = 0;
  for (const byte of line) {
    if (isControl(byte)) return "";
    if (byte >= 128) high += 1;
  }
  try {
    return strict.decode(line);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return high * 3 > line.length ? "" : oldWestern.decode(line);
  }
};
