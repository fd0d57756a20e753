import {
  beginsAsFile,
  findSuspectStretches,
  holdsWrittenFile,
  isWrittenFile,
} from "@holdfast/evidence";

/**
 * [Note: words only] What a case that keeps words only may take in is decided on the bytes themselves, whatever name or
 * type somebody gave them: the whole stream must be text, and no picture may be written out in it.
 *
 * Text: valid UTF-8, UTF-16 with its mark, or another encoding without NUL and control bytes. Not text: anything that
 * begins as a picture, video, sound, PDF, archive, Office or RTF file. A picture in text: whatever `holdsWrittenFile` of
 * `evidence` knows, which intake goes by too, so that the two doors of a case know the same: a data: URI, base64 at any
 * alignment and however it is set apart, base 85, lists and dumps of bytes, uuencode, yEnc, quoted-printable, SVG, RTF,
 * pictures in numbers (P3). In doubt it is not text: words can be pasted, a picture cannot be taken back.
 */
export interface PictureScan {
  /** Feeds the next bytes; `false` once they are not plain words. After that nothing more need be fed. */
  readonly feed: (bytes: Uint8Array) => boolean;
  /** At the end of the stream. */
  readonly end: () => boolean;
}

const headSizeInBytes = 1_024;

/** Kept from one piece to the next, so that a mark that lies across two is found. */
const overlap = 1_024;

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
      if (beginsAsFile(head)) isWords = false;
    }
    decoder ??= new TextDecoder(encodingOf(head));
    if (!isWords) return false;
    if (decoder.encoding === "windows-1252") {
      const joined = carried.length === 0 ? bytes : joinBytes(carried, bytes);
      const found = findSuspectStretches(joined);
      isWords =
        found !== undefined
        && found.every(([from, to]) => !isWrittenFile(textOf(joined, from, to)));
      carried = joined.slice(-overlap);
    } else {
      const text = tail + decoder.decode(bytes, { stream: true });
      isWords = !hasControlCharacters.test(text) && !holdsWrittenFile(text);
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

/** Characters of other encodings than UTF-8 become one that says nothing; what is looked for is ASCII in all of them. */
const textOf = (bytes: Uint8Array, from: number, to: number): string =>
  new TextDecoder("utf-8").decode(bytes.subarray(from, to));

/** UTF-16 only by its mark. All else is looked at byte by byte, which is right for ASCII in every other encoding. */
const encodingOf = (head: Uint8Array): string => {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return "windows-1252";
};

// oxlint-disable-next-line no-control-regex -- control characters are what it looks for; U+FFFD is broken UTF-16
const hasControlCharacters = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f\ufffd]/;
