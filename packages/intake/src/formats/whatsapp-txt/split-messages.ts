import type { ByteSource } from "@holdfast/evidence";

import { type OverlappingChunk, overlappingChunks } from "../../readers/overlapping-chunks.ts";
import { HeaderScan, mayBeginHeader } from "./header.ts";
import { lookAheadInBytes } from "./survey.ts";

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
  const reading = { ...options, overlapInBytes: lookAheadInBytes };
  let position = 0;
  for await (const chunk of overlappingChunks(source, reading)) {
    if (options.signal?.aborted === true) return;
    const { messages, end } = splitter.take(chunk, position - chunk.offset);
    yield messages;
    position = chunk.offset + end;
  }
}

/** A message whose end is not known yet; the object becomes the message, so that there is one for each and not two. */
type OpenMessage = { -readonly [Key in keyof ChatMessage]: ChatMessage[Key] };

const nothingHeld: readonly Uint8Array[] = [];

class Splitter {
  readonly #options: SplitOptions;
  readonly #scan = new HeaderScan();
  #open: OpenMessage | undefined;
  /** Where the open message's body begins in the bytes now at hand, or its continuation does. */
  #bodyAt = 0;
  /** Its bytes of earlier chunks, at most the limit. */
  #held: readonly Uint8Array[] = nothingHeld;
  #heldLength = 0;
  #isInLine = false;

  constructor(options: SplitOptions) {
    this.#options = options;
  }

  /** `from`: up to here the chunk was taken before. `end`: from here on it is left for the next one. */
  take(
    chunk: OverlappingChunk,
    from: number,
  ): { readonly messages: readonly ChatMessage[]; readonly end: number } {
    const { bytes, offset, isLast } = chunk;
    if (this.#open !== undefined) this.#bodyAt = from;
    const messages: ChatMessage[] = [];
    const text = new ChunkText(bytes, isLast);
    let at = from;
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
    return { messages, end: at };
  }

  #begin(offset: number): void {
    const scan = this.#scan;
    this.#bodyAt = scan.bodyAt;
    this.#held = nothingHeld;
    this.#heldLength = 0;
    this.#open = {
      offset,
      length: 0,
      first: scan.first,
      second: scan.second,
      third: scan.third,
      yearDigits: scan.yearDigits,
      hour: scan.hour,
      minute: scan.minute,
      seconds: scan.seconds,
      body: "",
      isBroken: false,
      isTruncated: false,
      hasNul: false,
    };
  }

  /** The chunk ends within the open message: what belongs to it is kept, up to the limit. */
  #hold(bytes: Uint8Array, end: number): void {
    const open = this.#open;
    if (open === undefined) return;
    const left = this.#options.maximumTextInBytes - this.#heldLength;
    const part = bytes.slice(this.#bodyAt, Math.min(end, this.#bodyAt + left));
    if (end - this.#bodyAt > left) open.isTruncated = true;
    if (part.length > 0) this.#held = [...this.#held, part];
    this.#heldLength += part.length;
  }

  #close(messages: ChatMessage[], text: ChunkText, offset: number, end: number): void {
    const open = this.#open;
    if (open === undefined) return;
    open.length = offset + end - open.offset;
    const isHere = this.#heldLength === 0 && !open.isTruncated;
    if (isHere && end - this.#bodyAt <= this.#options.maximumTextInBytes) {
      text.readInto(open, this.#bodyAt, end);
    } else {
      this.#hold(text.bytes, end);
      decodeInto(open, cutAtCharacter(joinAll(this.#held, this.#heldLength), open.isTruncated));
    }
    this.#open = undefined;
    messages.push(open);
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

const decodeInto = (message: OpenMessage, bytes: Uint8Array): void => {
  const text = tryStrict(bytes);
  message.isBroken = text === undefined;
  message.hasNul = bytes.includes(0);
  message.body = tidy(text ?? lenient.decode(bytes));
};

/** Line ends as LF, none at the end; NUL, which no database takes, becomes the sign for what cannot be read. */
const tidy = (text: string): string => {
  let tidied = text;
  if (tidied.includes("\r")) tidied = tidied.replaceAll("\r\n", "\n").replace(/\r+$/, "");
  let end = tidied.length;
  while (end > 0 && tidied.charCodeAt(end - 1) === 10) end -= 1;
  if (end < tidied.length) tidied = tidied.slice(0, end);
  return tidied.includes("\0") ? tidied.replaceAll("\0", "\u{FFFD}") : tidied;
};

/**
 * The text of one chunk, decoded in one call: a call for each of a million messages costs more than the parsing.
 * Slices are asked for from front to back. Where the chunk is not UTF-8, each message is decoded by itself.
 */
class ChunkText {
  readonly bytes: Uint8Array;
  /** Answers with a number where an index answers with a number or nothing: half the time in a loop over all bytes. */
  readonly #view: DataView;
  readonly #isLast: boolean;
  #text: string | undefined;
  #isDecoded = false;
  #isAscii = false;
  /** CR and NUL are rare: where they stand, each message is looked at by itself. */
  #needsCare = false;
  #regionStart = 0;
  #byteAt = 0;
  #charAt = 0;

  constructor(bytes: Uint8Array, isLast: boolean) {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#isLast = isLast;
  }

  readInto(message: OpenMessage, from: number, to: number): void {
    if (!this.#isDecoded) this.#decode(from);
    if (this.#text === undefined || this.#needsCare) {
      decodeInto(message, this.bytes.subarray(from, to));
      return;
    }
    let end = to;
    while (end > from && this.bytes[end - 1] === 10) end -= 1;
    const start = this.#charOf(from);
    message.body = this.#text.slice(start, this.#charOf(end));
  }

  #decode(from: number): void {
    this.#isDecoded = true;
    // The last line may be cut within a character; messages asked for end at a line's end or at the file's.
    const end = this.#isLast ? this.bytes.length : this.bytes.lastIndexOf(10) + 1;
    const region = this.bytes.subarray(from, end);
    this.#text = tryStrict(region);
    this.#isAscii = this.#text?.length === region.length;
    this.#needsCare = region.includes(0) || region.includes(13);
    this.#byteAt = from;
    this.#regionStart = from;
  }

  #charOf(byteAt: number): number {
    if (this.#isAscii) return byteAt - this.#regionStart;
    let chars = this.#charAt;
    const view = this.#view;
    for (let at = this.#byteAt; at < byteAt; at += 1) {
      const byte = view.getUint8(at);
      // A character counts at its first byte; those beyond U+FFFF are two code units.
      if ((byte & 0xc0) !== 0x80) chars += byte >= 0xf0 ? 2 : 1;
    }
    this.#byteAt = byteAt;
    this.#charAt = chars;
    return chars;
  }
}
