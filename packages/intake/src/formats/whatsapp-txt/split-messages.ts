import { type ByteSource, streamOf } from "@holdfast/evidence";

import { HeaderScan, mayBeginHeader } from "./header.ts";
import { joinTwo, lookAheadInBytes } from "./survey.ts";

/** One message as it stands in the file; its date is still three numbers. */
export interface ChatMessage {
  /** From its header to the next one's, continuation lines included. */
  readonly offset: number;
  readonly length: number;
  readonly first: number;
  readonly second: number;
  readonly third: number;
  readonly yearDigits: number;
  readonly hour: number;
  readonly minute: number;
  /** -1 when the header has none. */
  readonly seconds: number;
  /** Name and text; line ends as LF, none at the end. */
  readonly body: string;
  readonly isBroken: boolean;
  readonly isTruncated: boolean;
  readonly hasNul: boolean;
}

export interface SplitOptions {
  readonly chunkSizeInBytes: number;
  readonly maximumTextInBytes: number;
  readonly signal?: AbortSignal;
  /** Whether a header is one of this file: its shape, and a date that exists. */
  readonly accepts: (scan: HeaderScan) => boolean;
}

/**
 * The messages of a chat, a batch for each chunk read; memory holds one chunk and the text of one message, however
 * long a line or a message is. The same messages for any size of chunk.
 */
export async function* splitMessages(
  source: ByteSource,
  options: SplitOptions,
): AsyncGenerator<readonly ChatMessage[]> {
  const splitter = new Splitter(options);
  let carry: Uint8Array = new Uint8Array(0);
  let offset = 0;
  for await (const chunk of streamOf(source, options.chunkSizeInBytes)) {
    if (options.signal?.aborted === true) return;
    const bytes = carry.length === 0 ? chunk : joinTwo(carry, chunk);
    const isLast = offset + bytes.length === source.sizeInBytes;
    const { messages, taken } = splitter.take(bytes, offset, isLast);
    yield messages;
    carry = bytes.slice(taken);
    offset += taken;
  }
}

interface OpenMessage {
  readonly offset: number;
  readonly header: Pick<
    ChatMessage,
    "first" | "second" | "third" | "yearDigits" | "hour" | "minute" | "seconds"
  >;
  /** Where its body begins in the bytes now at hand; 0 when it began in earlier ones. */
  bodyAt: number;
  /** Body bytes of earlier chunks, at most the limit. */
  held: Uint8Array[];
  heldLength: number;
  isTruncated: boolean;
}

class Splitter {
  readonly #options: SplitOptions;
  readonly #scan = new HeaderScan();
  #open: OpenMessage | undefined;
  #isInLine = false;

  constructor(options: SplitOptions) {
    this.#options = options;
  }

  take(
    bytes: Uint8Array,
    offset: number,
    isLast: boolean,
  ): { readonly messages: readonly ChatMessage[]; readonly taken: number } {
    const messages: ChatMessage[] = [];
    const text = new ChunkText(bytes, isLast);
    let at = 0;
    while (at < bytes.length) {
      if (!this.#isInLine) {
        if (!isLast && bytes.length - at < lookAheadInBytes) break;
        if (
          mayBeginHeader(bytes[at])
          && this.#scan.scan(bytes, at, bytes.length)
          && this.#options.accepts(this.#scan)
        ) {
          this.#close(messages, text, offset, at);
          this.#begin(offset + at);
        }
        this.#isInLine = true;
      }
      const feed = bytes.indexOf(10, at);
      if (feed < 0) {
        at = bytes.length;
      } else {
        at = feed + 1;
        this.#isInLine = false;
      }
    }
    if (isLast) this.#close(messages, text, offset, at);
    else this.#hold(bytes, at);
    return { messages, taken: at };
  }

  #begin(offset: number): void {
    const scan = this.#scan;
    this.#open = {
      offset,
      header: {
        first: scan.first,
        second: scan.second,
        third: scan.third,
        yearDigits: scan.yearDigits,
        hour: scan.hour,
        minute: scan.minute,
        seconds: scan.seconds,
      },
      bodyAt: scan.bodyAt,
      held: [],
      heldLength: 0,
      isTruncated: false,
    };
  }

  /** The chunk ends within the open message: what belongs to it is kept, up to the limit. */
  #hold(bytes: Uint8Array, end: number): void {
    const open = this.#open;
    if (open === undefined) return;
    const left = this.#options.maximumTextInBytes - open.heldLength;
    const part = bytes.slice(open.bodyAt, Math.min(end, open.bodyAt + left));
    if (end - open.bodyAt > left) open.isTruncated = true;
    if (part.length > 0) open.held.push(part);
    open.heldLength += part.length;
    open.bodyAt = 0;
  }

  #close(messages: ChatMessage[], text: ChunkText, offset: number, end: number): void {
    const open = this.#open;
    if (open === undefined) return;
    this.#open = undefined;
    const isHere = open.heldLength === 0 && !open.isTruncated;
    const fits = end - open.bodyAt <= this.#options.maximumTextInBytes;
    let decoded: DecodedText;
    if (isHere && fits) {
      decoded = text.slice(open.bodyAt, end);
    } else {
      this.#open = open;
      this.#hold(text.bytes, end);
      this.#open = undefined;
      decoded = decodeText(cutAtCharacter(joinAll(open.held, open.heldLength), open.isTruncated));
    }
    messages.push({
      offset: open.offset,
      length: offset + end - open.offset,
      ...open.header,
      body: decoded.text,
      isBroken: decoded.isBroken,
      isTruncated: open.isTruncated,
      hasNul: decoded.hasNul,
    });
  }
}

const joinAll = (parts: readonly Uint8Array[], length: number): Uint8Array => {
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};

/** A cut must not fall within a character, or the text would end in a sign that nobody wrote. */
const cutAtCharacter = (bytes: Uint8Array, isTruncated: boolean): Uint8Array => {
  if (!isTruncated) return bytes;
  let end = bytes.length;
  while (end > 0 && bytes.length - end < 3 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) end -= 1;
  const lead = bytes[end - 1] ?? 0;
  const needed = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
  return bytes.length - (end - 1) < needed ? bytes.subarray(0, end - 1) : bytes;
};

interface DecodedText {
  readonly text: string;
  readonly isBroken: boolean;
  readonly hasNul: boolean;
}

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder("utf-8", { ignoreBOM: true });

const tryStrict = (bytes: Uint8Array): string | undefined => {
  try {
    return strict.decode(bytes);
  } catch (error) {
    // The decoder's way of saying that this is not UTF-8; anything else is a bug of ours.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
};

const decodeText = (bytes: Uint8Array): DecodedText => {
  const text = tryStrict(bytes);
  return tidy(text ?? lenient.decode(bytes), text === undefined, bytes.includes(0));
};

const tidy = (text: string, isBroken: boolean, hasNul: boolean): DecodedText => {
  let tidied = text;
  if (tidied.includes("\r")) tidied = tidied.replaceAll("\r\n", "\n").replace(/\r+$/, "");
  let end = tidied.length;
  while (end > 0 && tidied.charCodeAt(end - 1) === 10) end -= 1;
  if (end < tidied.length) tidied = tidied.slice(0, end);
  if (hasNul) tidied = tidied.replaceAll("\0", "\u{FFFD}");
  return { text: tidied, isBroken, hasNul };
};

/**
 * The text of one chunk, decoded in one call: a call for each of a million messages costs more than the parsing.
 * Slices are asked for from front to back. Where the chunk is not UTF-8, each message is decoded by itself.
 */
class ChunkText {
  readonly bytes: Uint8Array;
  readonly #isLast: boolean;
  #text: string | undefined;
  #isDecoded = false;
  #isAscii = false;
  #hasNul = false;
  #hasReturn = false;
  #regionStart = 0;
  #byteAt = 0;
  #charAt = 0;

  constructor(bytes: Uint8Array, isLast: boolean) {
    this.bytes = bytes;
    this.#isLast = isLast;
  }

  slice(from: number, to: number): DecodedText {
    if (!this.#isDecoded) this.#decode(from);
    if (this.#text === undefined || this.#hasReturn) {
      return decodeText(this.bytes.subarray(from, to));
    }
    let end = to;
    while (end > from && this.bytes[end - 1] === 10) end -= 1;
    const start = this.#charOf(from);
    const text = this.#text.slice(start, this.#charOf(end));
    return this.#hasNul && text.includes("\0")
      ? tidy(text, false, true)
      : { text, isBroken: false, hasNul: false };
  }

  #decode(from: number): void {
    this.#isDecoded = true;
    // The last line may be cut within a character; messages asked for end at a line's end or at the file's.
    const end = this.#isLast ? this.bytes.length : this.bytes.lastIndexOf(10) + 1;
    const region = this.bytes.subarray(from, end);
    this.#text = tryStrict(region);
    this.#isAscii = this.#text?.length === region.length;
    this.#hasNul = region.includes(0);
    this.#hasReturn = region.includes(13);
    this.#byteAt = from;
    this.#regionStart = from;
  }

  #charOf(byteAt: number): number {
    if (this.#isAscii) return byteAt - this.#regionStart;
    let chars = this.#charAt;
    const { bytes } = this;
    for (let at = this.#byteAt; at < byteAt; at += 1) {
      const byte = bytes[at] ?? 0;
      // A character counts at its first byte; those beyond U+FFFF are two code units.
      if ((byte & 0xc0) !== 0x80) chars += byte >= 0xf0 ? 2 : 1;
    }
    this.#byteAt = byteAt;
    this.#charAt = chars;
    return chars;
  }
}
