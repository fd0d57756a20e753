import { decodeStrictUtf8, decodeUtf8OrWestern, type DecodedText } from "./decode-text.ts";

export interface TextEncoding {
  readonly label: "utf-8" | "utf-16le" | "utf-16be";
  /** Bytes of the mark at the start that says so; 0 when the encoding was only recognised. */
  readonly markSizeInBytes: number;
}

/** By the byte order mark; without one, UTF-16 when every second byte of the beginning is nought, else UTF-8. */
export const detectEncoding = (head: Uint8Array): TextEncoding => {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) {
    return { label: "utf-8", markSizeInBytes: 3 };
  }
  if (head[0] === 0xff && head[1] === 0xfe) return { label: "utf-16le", markSizeInBytes: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { label: "utf-16be", markSizeInBytes: 2 };
  const sample = head.subarray(0, 512);
  let [even, odd] = [0, 0];
  for (let i = 0; i < sample.length; i += 1) {
    if (sample[i] !== 0) continue;
    if (i % 2 === 0) even += 1;
    else odd += 1;
  }
  const most = sample.length / 2 - sample.length / 8;
  if (sample.length >= 8 && odd > most && even === 0)
    return { label: "utf-16le", markSizeInBytes: 0 };
  if (sample.length >= 8 && even > most && odd === 0)
    return { label: "utf-16be", markSizeInBytes: 0 };
  return { label: "utf-8", markSizeInBytes: 0 };
};

/** `broken`: the bytes are not what the encoding allows; without UTF-8 they were read as windows-1252. */
export const decodeAs = (bytes: Uint8Array, label: TextEncoding["label"]): DecodedText => {
  if (label === "utf-8") return decodeUtf8OrWestern(bytes);
  const text = new TextDecoder(label, { ignoreBOM: true }).decode(bytes);
  return { text, broken: text.includes("\uFFFD") };
};

/** Whether the beginning of a file is UTF-8; the end of the head may go through a character, the file's may not. */
export const isUtf8Head = (head: Uint8Array, sizeInBytes: number): boolean => {
  const longestCut = head.length < sizeInBytes ? 3 : 0;
  for (let cut = 0; cut <= longestCut; cut += 1) {
    if (decodeStrictUtf8(head.subarray(0, head.length - cut)) !== undefined) return true;
  }
  return false;
};
