/**
 * [Note: words only] What a case that keeps words only may take in is decided on the bytes themselves, whatever name or
 * type somebody gave them: the whole stream must be text, and no picture may be written out in it.
 *
 * Text: valid UTF-8, UTF-16 with its mark, or another encoding without NUL and control bytes. Not text: anything that
 * begins as a picture, video, sound, PDF, archive, Office or RTF file. A picture in text: a data: URI, base64 that
 * begins as such a file at any alignment (line breaks, quoting and escapes aside), uuencoded, hexadecimal or
 * quoted-printable picture bytes. In doubt it is not text: words can be pasted, a picture cannot be taken back.
 */
export interface PictureScan {
  /** Feeds the next bytes; `false` once they are not plain words. After that nothing more need be fed. */
  readonly feed: (bytes: Uint8Array) => boolean;
  /** At the end of the stream. */
  readonly end: () => boolean;
}

/** Beginnings of files that hold or may hold pictures and recordings; `undefined` = any byte. */
const signatures: readonly (readonly (number | undefined)[])[] = [
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
const headSizeInBytes = 1_024;

/** What those files begin with or hold near their beginning, as text: looked for in base64 at all three alignments. */
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

const escaped = (text: string): string => text.replace(/[+/]/g, "\\$&");

const base64Marks = [
  ...new Set(
    encodedMarks.flatMap((mark) =>
      ([0, 1, 2] as const).map((before) => escaped(stableBase64(mark, before))),
    ),
  ),
].filter((mark) => mark.length >= 5);

/** Base64 of JPEG's three bytes is short: the marker byte after it and a long run must follow. */
const encodedPicture = new RegExp(`(?:${base64Marks.join("|")}|\\/9j\\/[2-7])[A-Za-z0-9+/]{24}`);
const otherEncodings =
  /data:(?:image|video|audio)\/|data:application\/(?:pdf|octet-stream|zip)|(?:ffd8ff[cdef]|89504e470d0a1a0a|474946383[79]61)[0-9a-f]{32}|=FF=D8=FF|=89PNG|<svg[\s>:]|\\x?ff\\x?d8\\x?ff|<pict|\{\\rtf/i;
const uuencoded = /(?:^|\n)begin(?:-base64)? [0-7]{3,4} \S/;

/** Kept from one piece to the next, so that a mark that lies across two is found. */
const overlap = 512;
/** Encoded bytes come in lines of 60 and more characters without a space; this is less than the shortest of them. */
const longRunInBytes = 20;
/** What is looked at before and after such a run: "begin 644 …" and "data:image/…" stand there. */
const aroundRunInBytes = 96;

export const createPictureScan = (): PictureScan => {
  let head = new Uint8Array(0);
  let carried = new Uint8Array(0);
  let tail = "";
  let decoder: TextDecoder | undefined;
  let isWords = true;

  const feed = (bytes: Uint8Array): boolean => {
    if (!isWords) return false;
    if (head.length < headSizeInBytes) {
      head = joinBytes(head, bytes.subarray(0, headSizeInBytes - head.length));
      if (beginsAsOther(head)) isWords = false;
    }
    decoder ??= new TextDecoder(encodingOf(head));
    if (!isWords) return false;
    if (decoder.encoding === "windows-1252") {
      const joined = carried.length === 0 ? bytes : joinBytes(carried, bytes);
      const found = findLongRuns(joined);
      isWords =
        found !== undefined && found.every(([from, to]) => isPlain(latin1(joined, from, to)));
      carried = joined.slice(-overlap);
    } else {
      const text = tail + decoder.decode(bytes, { stream: true });
      isWords = !hasControlCharacters.test(text) && isPlain(text);
      tail = text.slice(-overlap);
    }
    return isWords;
  };
  return { feed, end: () => isWords };
};

const joinBytes = (first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> => {
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
};

/** Whether no picture is written out in the text. */
const isPlain = (text: string): boolean => {
  if (uuencoded.test(text)) return false;
  // White space, quote marks of replies, and escapes that JSON and URLs put between the characters of base64.
  const bare = text
    .replace(/[\s>"'\\]+|=(?=\r?\n)/g, "")
    .replace(/%2f/gi, "/")
    .replace(/%2b/gi, "+")
    .replaceAll("-", "+")
    .replaceAll("_", "/");
  return !encodedPicture.test(bare) && !otherEncodings.test(text) && !otherEncodings.test(bare);
};

const latin1 = (bytes: Uint8Array, from: number, to: number): string =>
  new TextDecoder("windows-1252").decode(bytes.subarray(from, to));

/**
 * The stretches around long runs of ASCII without a space; ordinary talk has next to none, and only these are looked at
 * closely. `undefined`: there are control bytes, so it is not text.
 */
const findLongRuns = (
  bytes: Uint8Array,
): readonly (readonly [from: number, to: number])[] | undefined => {
  const found: [number, number][] = [];
  let start = 0;
  const close = (end: number): void => {
    if (end - start < longRunInBytes) return;
    const from = Math.max(0, start - aroundRunInBytes);
    const to = Math.min(bytes.length, end + aroundRunInBytes);
    const last = found.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = to;
    else found.push([from, to]);
  };
  for (let at = 0; at < bytes.length; at += 1) {
    const kind = byteKinds[bytes[at] ?? 0] ?? 0;
    if (kind === 0) continue;
    if (kind === 2) return undefined;
    if (at - start >= longRunInBytes) close(at);
    start = at + 1;
  }
  close(bytes.length);
  return found;
};

/** UTF-16 only by its mark. All else is looked at byte by byte, which is right for ASCII in every other encoding. */
const encodingOf = (head: Uint8Array): string => {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return "windows-1252";
};

/** Tab, line feed, form feed, carriage return, and the escape of ISO-2022 occur in text; NUL and the rest do not. */
const allowedControls = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1b]);
/** 0: visible ASCII; 1: ends a run (white space, bytes of other scripts); 2: in no text. */
const byteKinds = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (allowedControls.has(byte) || byte === 0x20 || byte >= 0x80) return 1;
  return byte < 0x20 || byte === 0x7f ? 2 : 0;
});
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for; U+FFFD is broken UTF-16
const hasControlCharacters = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f\ufffd]/;

const beginsAsOther = (head: Uint8Array): boolean =>
  signatures.some((signature) =>
    signature.every((byte, index) => byte === undefined || head[index] === byte),
  );
