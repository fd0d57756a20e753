export { createWindowedReader, toBoundedBytes, type BoundedBytes } from "./bounded-bytes.ts";
export { parseIsoTime } from "./parse-picture-time.ts";
export type {
  MetadataBlock,
  PictureLocation,
  PictureMetadata,
  PictureProblem,
  PictureTime,
} from "./picture-metadata.ts";
export { type Box, boxesIn, findBoxes } from "./read-isobmff.ts";
export { readPictureLocation, readPictureMetadata } from "./read-picture.ts";
export { readXmp } from "./read-xmp.ts";
export { type PictureKind, type RecognisedPicture, recognisePicture } from "./recognise-picture.ts";
