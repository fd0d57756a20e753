import { parseIsoTime } from "./parse-picture-time.ts";
import type { MetadataBlock, PictureTime } from "./picture-metadata.ts";

/** Attribute or element, in the order of what is worth more. Read as text: no XML parser, so no entity bombs. */
const names = [
  ["exif:DateTimeOriginal", "when-taken"],
  ["photoshop:DateCreated", "when-taken"],
  ["xmp:CreateDate", "when-taken"],
  ["xmp:ModifyDate", "when-saved"],
] as const;

/** Reads the creation time of an XMP packet. Source: ISO 16684-1 §8.2.1.4. */
export const readXmp = (bytes: Uint8Array): MetadataBlock => {
  const text = new TextDecoder().decode(bytes);
  const taken = firstTime(text);
  return {
    ...(taken === undefined ? {} : { taken }),
    locationPresent: /\bexif:GPSL(?:atitude|ongitude)\b/.test(text),
    damaged: false,
  };
};

const firstTime = (text: string): PictureTime | undefined => {
  for (const [name, written] of names) {
    const at = text.indexOf(name);
    if (at < 0) continue;
    const match = /^\s*(?:=\s*["']|>)([^"'<]{10,40})/.exec(text.slice(at + name.length, at + 80));
    const time = match?.[1] === undefined ? undefined : parseIsoTime(match[1], written);
    if (time !== undefined) return time;
  }
  return undefined;
};
