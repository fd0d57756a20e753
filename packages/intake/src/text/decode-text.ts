/** Bytes as text, and what had to be assumed for it. */
export interface DecodedText {
  readonly text: string;
  /** The bytes are not what they were said to be, or nothing was said and they are not UTF-8. */
  readonly broken: boolean;
}

const strictUtf8 = new TextDecoder("utf-8", { fatal: true });
const lenientUtf8 = new TextDecoder("utf-8");
const windows1252 = new TextDecoder("windows-1252");
const decoders = new Map<string, TextDecoder | undefined>();

/** What windows-1252 has at 0x80–0x9F. Source: WHATWG Encoding Standard, index windows-1252. */
const western = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

/** Node 20 decodes windows-1252 as Latin-1, and shows control characters for quotation marks and the euro. */
export const repairWestern = (text: string): string =>
  text.replace(/[\u0080-\u009F]/g, (char) => western.charAt(char.charCodeAt(0) - 0x80));

const decodeWestern = (bytes: Uint8Array): string => repairWestern(windows1252.decode(bytes));

/** UTF-8 when the bytes are UTF-8; otherwise the old western default, which shows at least the letters of ASCII. */
export const decodeUtf8OrWestern = (bytes: Uint8Array): DecodedText => {
  const text = decodeStrictUtf8(bytes);
  return text === undefined
    ? { text: decodeWestern(bytes), broken: true }
    : { text, broken: false };
};

/** `undefined` when the bytes are not UTF-8. */
export const decodeStrictUtf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return strictUtf8.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
};

/**
 * Decodes by a charset label; `undefined` when the platform does not know the label.
 *
 * Source: WHATWG Encoding Standard (labels); RFC 2046 §4.1.2 (no label means US-ASCII).
 */
export const decodeByLabel = (
  bytes: Uint8Array,
  label: string | undefined,
): DecodedText | undefined => {
  const wanted = (label ?? "").trim().toLowerCase();
  if (wanted === "" || wanted === "us-ascii" || wanted === "ascii") {
    return decodeUtf8OrWestern(bytes);
  }
  if (wanted === "utf-8" || wanted === "utf8") {
    const text = decodeStrictUtf8(bytes);
    return text === undefined
      ? { text: lenientUtf8.decode(bytes), broken: true }
      : { text, broken: false };
  }
  const decoder = decoderOf(wanted);
  if (decoder === undefined) return undefined;
  const text = isWestern(decoder.encoding) ? decodeWestern(bytes) : decoder.decode(bytes);
  return { text, broken: text.includes("\uFFFD") };
};

/** Every label of Latin-1 means windows-1252; Node has "latin1" and "iso-8859-1" as names of it too. */
const isWestern = (encoding: string): boolean =>
  encoding === "windows-1252" || encoding === "latin1" || encoding === "iso-8859-1";

const decoderOf = (label: string): TextDecoder | undefined => {
  if (decoders.has(label)) return decoders.get(label);
  // Labels come from mails: a map of all that were ever seen must not grow without end.
  if (decoders.size > 200) decoders.clear();
  const decoder = createDecoder(label);
  decoders.set(label, decoder);
  return decoder;
};

const createDecoder = (label: string): TextDecoder | undefined => {
  try {
    return new TextDecoder(label);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};
