import type { ByteSource } from "@holdfast/evidence";

import { toBoundedBytes } from "./bounded-bytes.ts";
import type { FileFacts } from "./picture-metadata.ts";

const maximumChunks = 20_000;
const maximumMetadataInBytes = 1_048_576;

interface Size {
  readonly widthInPixels: number;
  readonly heightInPixels: number;
}

/** Walks the RIFF chunks. Source: RFC 9649 §2.3–2.7. */
export const readWebp = async (source: ByteSource): Promise<FileFacts> => {
  let size: Size | undefined;
  let exif: Uint8Array | undefined;
  let xmp: Uint8Array | undefined;
  const declared = toBoundedBytes(await source.read(0, 12), true).u32(4) ?? 0;
  const end = Math.min(source.sizeInBytes, declared + 8);
  let offset = 12;
  for (let chunks = 0; chunks < maximumChunks && offset + 8 <= end; chunks += 1) {
    const head = toBoundedBytes(await source.read(offset, 8), true);
    const length = head.u32(4);
    if (length === undefined) break;
    const type = head.ascii(0, 4);
    const read = (limit: number): Promise<Uint8Array> =>
      source.read(offset + 8, Math.min(length, limit));
    if (type === "VP8X" || type === "VP8 " || type === "VP8L") {
      size ??= readSize(type, await read(10));
    } else if (type === "EXIF") exif ??= await read(maximumMetadataInBytes);
    else if (type === "XMP ") xmp ??= await read(maximumMetadataInBytes);
    offset += 8 + length + (length % 2);
  }
  return {
    ...size,
    ...(exif === undefined ? {} : { exif: withoutJpegPrefix(exif) }),
    ...(xmp === undefined ? {} : { xmp }),
    problems: declared + 8 > source.sizeInBytes || offset > end + 1 ? ["truncated"] : [],
  };
};

const readSize = (type: "VP8X" | "VP8 " | "VP8L", bytes: Uint8Array): Size | undefined => {
  const view = toBoundedBytes(bytes, true);
  if (view.length < 5) return undefined;
  const u16 = (at: number): number => view.u16(at) ?? 0;
  const u8 = (at: number): number => view.u8(at) ?? 0;
  switch (type) {
    case "VP8X":
      return {
        widthInPixels: (u16(4) | (u8(6) << 16)) + 1,
        heightInPixels: (u16(7) | (u8(9) << 16)) + 1,
      };
    case "VP8L": {
      const bits = view.u32(1) ?? 0;
      return { widthInPixels: (bits & 0x3fff) + 1, heightInPixels: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case "VP8 ": {
      const widthInPixels = u16(6) & 0x3fff;
      const heightInPixels = u16(8) & 0x3fff;
      return widthInPixels > 0 && heightInPixels > 0
        ? { widthInPixels, heightInPixels }
        : undefined;
    }
  }
};

/** Some writers put the prefix of JPEG's APP1 before the TIFF header. */
const withoutJpegPrefix = (bytes: Uint8Array): Uint8Array =>
  toBoundedBytes(bytes, true).ascii(0, 6) === "Exif\0\0" ? bytes.subarray(6) : bytes;
