import { type ByteSource, streamOf } from "@holdfast/evidence";

/**
 * Text can carry a picture: a `data:` address in a saved page, a base64 block in a mail that was saved as text, a
 * JPEG glued behind a chat. [Note: words only] A source is only words when it decodes strictly, holds no control
 * characters, and no run of base64, hexadecimal or percent-encoding that is longer than any word.
 *
 * Not looked for: pictures written as other text (uuencode, lists of numbers).
 */
export const isOnlyWords = async (source: ByteSource): Promise<boolean> => {
  const encoding = encodingOf(await source.read(0, 2));
  const decoder = new TextDecoder(encoding, { fatal: true });
  const look = createLook();
  try {
    for await (const chunk of streamOf(source, 1 << 18)) {
      if (!look(decoder.decode(chunk, { stream: true }))) return false;
    }
    return look(decoder.decode());
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

/** Longer than any word or link part that somebody types; shorter than any picture. */
const longestRun = 1_024;
/** Once a text is known to carry something else, shorter runs are left out too. */
const shortestRunLeftOut = 200;
/** A wrapped base64 block: lines of nothing else, as MIME and PEM cut them. */
const shortestEncodedLine = 60;

/** Looks at text piece by piece; a run may go on in the next piece. False: this is not only words. */
const createLook = (): ((text: string) => boolean) => {
  let run = 0;
  let line = 0;
  let encodedLines = 0;
  return (text) => {
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      if (code === 10 || code === 13) {
        if (line > 0)
          encodedLines = run === line && line >= shortestEncodedLine ? encodedLines + 1 : 0;
        if (encodedLines >= 4) return false;
        run = 0;
        line = 0;
        continue;
      }
      if (isControl(code)) return false;
      line += 1;
      run = isEncodingCharacter(code) ? run + 1 : 0;
      if (run >= longestRun) return false;
    }
    return true;
  };
};

const isControl = (code: number): boolean =>
  (code < 32 && code !== 9 && code !== 12) || code === 127;

/** Base64 in both alphabets, hexadecimal, percent-encoding. */
const isEncodingCharacter = (code: number): boolean =>
  (code >= 48 && code <= 57)
  || (code >= 65 && code <= 90)
  || (code >= 97 && code <= 122)
  || code === 43
  || code === 47
  || code === 61
  || code === 45
  || code === 95
  || code === 37;

/**
 * The lines of a text that are words, the rest left out; `undefined` when nothing can be trusted to be words.
 * Old encodings of eight bits stay as they are: a line counts as words while most of it is ASCII.
 */
export const filterWords = (
  bytes: Uint8Array<ArrayBuffer>,
): Uint8Array<ArrayBuffer> | undefined => {
  if (encodingOf(bytes) !== "utf-8") return undefined;
  const out = new Uint8Array(bytes.length);
  let length = 0;
  for (let start = 0; start < bytes.length;) {
    const feed = bytes.indexOf(10, start);
    const end = feed === -1 ? bytes.length : feed + 1;
    const kept = filterLine(bytes.subarray(start, end));
    out.set(kept, length);
    length += kept.length;
    start = end;
  }
  return length === 0 ? undefined : out.slice(0, length);
};

const filterLine = (line: Uint8Array): Uint8Array => {
  const nothing = line.subarray(0, 0);
  let high = 0;
  for (const byte of line) {
    if (byte !== 10 && byte !== 13 && isControl(byte)) return nothing;
    if (byte >= 128) high += 1;
  }
  if (high > 0 && !isStrictUtf8(line) && high * 3 > line.length) return nothing;
  if (isEncodedLine(line)) return nothing;
  return withoutRuns(line);
};

const isEncodedLine = (line: Uint8Array): boolean => {
  const end = line.findLastIndex((byte) => byte !== 10 && byte !== 13) + 1;
  return end >= shortestEncodedLine && line.subarray(0, end).every(isEncodingCharacter);
};

const isStrictUtf8 = (line: Uint8Array): boolean => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(line).length >= 0;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
};

const withoutRuns = (line: Uint8Array): Uint8Array => {
  const out = new Uint8Array(line.length);
  let length = 0;
  for (let at = 0; at < line.length;) {
    let end = at;
    while (end < line.length && isEncodingCharacter(line[end] ?? 0)) end += 1;
    if (end - at < shortestRunLeftOut) {
      const next = Math.max(end, at + 1);
      out.set(line.subarray(at, next), length);
      length += next - at;
      at = next;
    } else {
      at = end;
    }
  }
  return out.subarray(0, length);
};
