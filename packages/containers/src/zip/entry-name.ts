import { updateCrc32 } from "../crc32.ts";
import { findExtraField, u32 } from "./byte-fields.ts";

/** Code page 437, 128 to 255: what names without the UTF-8 flag are written in (APPNOTE D.1). */
const upperHalfOfCp437 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■ ";

const unicodePathField = 0x7075;

/**
 * The name of an entry as text.
 *
 * Names without the UTF-8 flag are CP437 by the standard, but many programs write UTF-8 without setting it: bytes
 * that are valid UTF-8 are read as such. A Unicode path field counts only while its CRC still fits the plain name.
 */
export const decodeEntryName = (
  rawName: Uint8Array,
  utf8Flag: boolean,
  extra: Uint8Array,
): string => {
  const unicodePath = findExtraField(extra, unicodePathField);
  if (
    unicodePath !== undefined
    && unicodePath[0] === 1
    && u32(unicodePath, 1) === updateCrc32(0, rawName)
  ) {
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(unicodePath.subarray(5));
  }
  if (utf8Flag) return new TextDecoder("utf-8", { ignoreBOM: true }).decode(rawName);
  return decodeStrictUtf8(rawName) ?? decodeCp437(rawName);
};

const decodeStrictUtf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    // The decoder's way of saying no; anything else is a bug of ours.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
};

const decodeCp437 = (bytes: Uint8Array): string => {
  let text = "";
  for (const byte of bytes) {
    text += byte < 128 ? String.fromCharCode(byte) : (upperHalfOfCp437[byte - 128] ?? "\u{FFFD}");
  }
  return text;
};

/**
 * False for every name that leads out of the folder it is unpacked into on some system, or that two programs read
 * differently: "..", absolute, drive letters, backslashes, control characters.
 */
export const isSafeEntryName = (name: string): boolean =>
  name.length > 0
  && !name.startsWith("/")
  && !/^[A-Za-z]:/.test(name)
  && !name.includes("\\")
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  && !/[\u0000-\u001f\u007f]/.test(name)
  && !name.split("/").includes("..");
