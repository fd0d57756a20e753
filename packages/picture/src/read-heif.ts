import type { ByteSource } from "@holdfast/evidence";

import { type BoundedBytes, toBoundedBytes } from "./bounded-bytes.ts";
import { type Box, boxesIn, findBoxes } from "./read-isobmff.ts";
import type { FileFacts } from "./picture-metadata.ts";

const maximumBoxInBytes = 1_048_576;
const maximumItems = 4_096;

/**
 * Reads size, EXIF and XMP of a HEIC, HEIF or AVIF file out of its `meta` box.
 *
 * Source: ISO/IEC 14496-12 §8.11 (meta, iinf, iloc), ISO/IEC 23008-12 annex A (Exif item: four bytes that tell how
 * far the TIFF header is, then the block).
 */
export const readHeif = async (source: ByteSource): Promise<FileFacts> => {
  const top = await findBoxes(source, 0, source.sizeInBytes, ["meta"]);
  const meta = top.get("meta");
  if (meta === undefined) return { problems: ["truncated"] };
  const boxes = await findBoxes(source, meta.contentStart + 4, meta.end, [
    "iinf",
    "iloc",
    "iprp",
    "idat",
  ]);
  const items = await readItemTypes(source, boxes.get("iinf"));
  const places = await readPlaces(source, boxes.get("iloc"), boxes.get("idat"));
  const read = async (id: number | undefined): Promise<Uint8Array | undefined> => {
    const place = id === undefined ? undefined : places.get(id);
    return place === undefined || place.length === 0
      ? undefined
      : source.read(place.offset, Math.min(place.length, maximumBoxInBytes));
  };
  const exif = afterTiffOffset(await read(items.exif));
  const xmp = await read(items.xmp);
  const size = await readLargestSize(source, boxes.get("iprp"));
  return {
    ...size,
    ...(exif === undefined ? {} : { exif }),
    ...(xmp === undefined ? {} : { xmp }),
    problems: meta.cut ? ["truncated"] : [],
  };
};

const readBox = async (source: ByteSource, box: Box): Promise<BoundedBytes> =>
  toBoundedBytes(
    await source.read(box.contentStart, Math.min(box.end - box.contentStart, maximumBoxInBytes)),
    false,
  );

const readItemTypes = async (
  source: ByteSource,
  iinf: Box | undefined,
): Promise<{ readonly exif?: number; readonly xmp?: number }> => {
  if (iinf === undefined) return {};
  const version = (await source.read(iinf.contentStart, 1))[0] ?? 0;
  const first = iinf.contentStart + 4 + (version === 0 ? 2 : 4);
  let exif: number | undefined;
  let xmp: number | undefined;
  let count = 0;
  for await (const box of boxesIn(source, first, iinf.end)) {
    count += 1;
    if (count > maximumItems) break;
    if (box.type !== "infe") continue;
    const view = toBoundedBytes(await source.read(box.contentStart, 64), false);
    const wide = view.u8(0) === 3;
    const id = wide ? view.u32(4) : view.u16(4);
    const type = view.ascii(wide ? 10 : 8, 4);
    if (type === "Exif") exif ??= id;
    else if (type === "mime" && view.ascii(12, 52).includes("application/rdf+xml")) xmp ??= id;
  }
  return { ...(exif === undefined ? {} : { exif }), ...(xmp === undefined ? {} : { xmp }) };
};

interface Place {
  readonly offset: number;
  readonly length: number;
}

const readPlaces = async (
  source: ByteSource,
  iloc: Box | undefined,
  idat: Box | undefined,
): Promise<ReadonlyMap<number, Place>> => {
  const places = new Map<number, Place>();
  if (iloc === undefined) return places;
  const view = await readBox(source, iloc);
  const version = view.u8(0) ?? 0;
  const sizes = view.u16(4) ?? 0;
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const indexSize = version === 0 ? 0 : sizes & 15;
  const wideId = version === 2;
  const count = (wideId ? view.u32(6) : view.u16(6)) ?? 0;
  let at = wideId ? 10 : 8;
  for (let i = 0; i < Math.min(count, maximumItems) && at < view.length; i += 1) {
    const id = (wideId ? view.u32(at) : view.u16(at)) ?? 0;
    at += wideId ? 4 : 2;
    const method = version === 0 ? 0 : (view.u16(at) ?? 0) & 15;
    at += (version === 0 ? 0 : 2) + 2;
    const base = readNumber(view, at, baseSize);
    const extents = view.u16(at + baseSize) ?? 0;
    at += baseSize + 2;
    const extent = at + indexSize;
    const offset = base + readNumber(view, extent, offsetSize);
    const length = readNumber(view, extent + offsetSize, lengthSize);
    const origin = method === 1 ? idat?.contentStart : method === 0 ? 0 : undefined;
    if (origin !== undefined && extents > 0) places.set(id, { offset: origin + offset, length });
    at += extents * (indexSize + offsetSize + lengthSize);
  }
  return places;
};

const readNumber = (view: BoundedBytes, at: number, size: number): number => {
  if (size === 4) return view.u32(at) ?? 0;
  if (size === 8) return (view.u32(at) ?? 0) * 0x1_0000_0000 + (view.u32(at + 4) ?? 0);
  return 0;
};

const afterTiffOffset = (bytes: Uint8Array | undefined): Uint8Array | undefined => {
  if (bytes === undefined) return undefined;
  const skip = toBoundedBytes(bytes, false).u32(0) ?? 0;
  return skip > bytes.length - 4 ? bytes.subarray(4) : bytes.subarray(4 + skip);
};

/** A phone's picture is a grid of tiles: the grid's own size is the largest that is declared. */
const readLargestSize = async (
  source: ByteSource,
  iprp: Box | undefined,
): Promise<{ widthInPixels: number; heightInPixels: number } | undefined> => {
  if (iprp === undefined) return undefined;
  const ipco = (await findBoxes(source, iprp.contentStart, iprp.end, ["ipco"])).get("ipco");
  if (ipco === undefined) return undefined;
  let largest: { widthInPixels: number; heightInPixels: number } | undefined;
  for await (const box of boxesIn(source, ipco.contentStart, ipco.end)) {
    if (box.type !== "ispe") continue;
    const view = toBoundedBytes(await source.read(box.contentStart, 12), false);
    const widthInPixels = view.u32(4) ?? 0;
    const heightInPixels = view.u32(8) ?? 0;
    const area = largest === undefined ? 0 : largest.widthInPixels * largest.heightInPixels;
    if (widthInPixels * heightInPixels > area) largest = { widthInPixels, heightInPixels };
  }
  return largest;
};
