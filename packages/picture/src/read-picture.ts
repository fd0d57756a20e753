import { assertNever, type ByteSource } from "@holdfast/evidence";

import { createWindowedReader } from "./bounded-bytes.ts";
import type {
  FileFacts,
  MetadataBlock,
  PictureLocation,
  PictureMetadata,
  PictureTime,
} from "./picture-metadata.ts";
import { readExif, readExifLocation } from "./read-exif.ts";
import { readGif } from "./read-gif.ts";
import { readHeif } from "./read-heif.ts";
import { readJpeg } from "./read-jpeg.ts";
import { readPng } from "./read-png.ts";
import { readWebp } from "./read-webp.ts";
import { readXmp } from "./read-xmp.ts";
import { type PictureKind, recognisePicture } from "./recognise-picture.ts";

const headSizeInBytes = 512;

/**
 * What a picture file says of itself; `undefined` when it is none that is known here.
 *
 * Never throws on what the bytes hold; reads a bounded part of them, and no pixel. GPS is only said to be there.
 */
export const readPictureMetadata = async (
  source: ByteSource,
): Promise<PictureMetadata | undefined> => {
  const reader = createWindowedReader(source);
  const recognised = recognisePicture(await reader.read(0, headSizeInBytes));
  if (recognised === undefined) return undefined;
  const facts = await readFacts(recognised.kind, reader);
  const exif = facts.exif === undefined ? undefined : readExif(facts.exif);
  const xmp = facts.xmp === undefined ? undefined : readXmp(facts.xmp);
  const taken = bestTime(exif, xmp, facts);
  const damaged = exif?.damaged === true;
  return {
    mediaType: recognised.mediaType,
    ...(facts.widthInPixels === undefined ? {} : { widthInPixels: facts.widthInPixels }),
    ...(facts.heightInPixels === undefined ? {} : { heightInPixels: facts.heightInPixels }),
    ...(taken === undefined ? {} : { taken }),
    ...(exif?.device === undefined ? {} : { device: exif.device }),
    locationPresent: exif?.locationPresent === true || xmp?.locationPresent === true,
    problems: damaged ? [...facts.problems, "metadata-damaged"] : facts.problems,
  };
};

/** The place stored in a picture's EXIF block. Only for when the person asks; nothing else may call it. */
export const readPictureLocation = async (
  source: ByteSource,
): Promise<PictureLocation | undefined> => {
  const reader = createWindowedReader(source);
  const recognised = recognisePicture(await reader.read(0, headSizeInBytes));
  if (recognised === undefined) return undefined;
  const facts = await readFacts(recognised.kind, reader);
  return facts.exif === undefined ? undefined : readExifLocation(facts.exif);
};

const readFacts = (kind: PictureKind, source: ByteSource): Promise<FileFacts> => {
  switch (kind) {
    case "jpeg":
      return readJpeg(source);
    case "png":
      return readPng(source);
    case "webp":
      return readWebp(source);
    case "gif":
      return readGif(source);
    case "heif":
      return readHeif(source);
    default:
      return assertNever(kind);
  }
};

/** When it was taken counts more than when it was saved; then EXIF, which the camera writes itself. */
const bestTime = (
  exif: MetadataBlock | undefined,
  xmp: MetadataBlock | undefined,
  facts: FileFacts,
): PictureTime | undefined => {
  const times = [exif?.taken, xmp?.taken, facts.taken].filter((time) => time !== undefined);
  return times.find((time) => time.written === "when-taken") ?? times[0];
};
