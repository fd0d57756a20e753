import type { ByteSource } from "@holdfast/evidence";

import { toBoundedBytes } from "./bounded-bytes.ts";
import type { FileFacts } from "./picture-metadata.ts";

/** Cameras write some dozens; a file that is nothing but segments must not be walked for ever. */
const maximumSegments = 2_000;
/** Where the end marker is looked for: trailers of some phones stand behind it. */
const tailSizeInBytes = 1_048_576;

const exifPrefix = "Exif\0\0";
const xmpPrefix = "http://ns.adobe.com/xap/1.0/\0";

/** Walks the segments up to the first scan. Source: ITU-T T.81 annex B; CIPA DC-008 §4.7. */
export const readJpeg = async (source: ByteSource): Promise<FileFacts> => {
  let exif: Uint8Array | undefined;
  let xmp: Uint8Array | undefined;
  let size: { widthInPixels: number; heightInPixels: number } | undefined;
  let truncated = true;
  let offset = 2;
  for (let segments = 0; segments < maximumSegments; segments += 1) {
    const head = toBoundedBytes(await source.read(offset, 4), false);
    const marker = head.u8(1);
    if (head.u8(0) !== 0xff || marker === undefined) break;
    if (marker === 0xff) {
      offset += 1;
      continue;
    }
    if (marker === 0xd9 || marker === 0xda) {
      truncated = marker === 0xda && !(await hasEndMarker(source, offset));
      break;
    }
    const length = head.u16(2);
    if (length === undefined || length < 2) break;
    if (isFrameHeader(marker)) size ??= readFrame(await source.read(offset + 4, 5));
    if (marker === 0xe1) {
      const payload = await source.read(offset + 4, length - 2);
      const text = toBoundedBytes(payload, false);
      if (text.ascii(0, exifPrefix.length) === exifPrefix) exif ??= payload.subarray(6);
      else if (text.ascii(0, xmpPrefix.length) === xmpPrefix) xmp ??= payload.subarray(29);
    }
    offset += 2 + length;
  }
  return {
    ...(exif === undefined ? {} : { exif }),
    ...(xmp === undefined ? {} : { xmp }),
    ...size,
    problems: truncated ? ["truncated"] : [],
  };
};

const isFrameHeader = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

const readFrame = (
  bytes: Uint8Array,
): { widthInPixels: number; heightInPixels: number } | undefined => {
  const view = toBoundedBytes(bytes, false);
  const heightInPixels = view.u16(1) ?? 0;
  const widthInPixels = view.u16(3) ?? 0;
  return widthInPixels > 0 && heightInPixels > 0 ? { widthInPixels, heightInPixels } : undefined;
};

const hasEndMarker = async (source: ByteSource, from: number): Promise<boolean> => {
  const start = Math.max(from, source.sizeInBytes - tailSizeInBytes);
  const tail = await source.read(start, source.sizeInBytes - start);
  for (let at = tail.indexOf(0xff); at >= 0; at = tail.indexOf(0xff, at + 1)) {
    if (tail[at + 1] === 0xd9) return true;
  }
  return false;
};
