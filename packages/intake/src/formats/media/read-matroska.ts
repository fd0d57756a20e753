import { type ByteSource } from "@holdfast/evidence";
import { toBoundedBytes } from "@holdfast/picture";

import { type MediaFacts, noFacts, toDurationMs } from "./media-facts.ts";

/** Info stands before the first cluster: at the front of the file. */
const headSizeInBytes = 65_536;
const maximumElements = 2_000;
const id = {
  segment: 0x18538067,
  info: 0x1549a966,
  scale: 0x2ad7b1,
  duration: 0x4489,
  date: 0x4461,
  tracks: 0x1654ae6b,
  trackEntry: 0xae,
  trackType: 0x83,
  cluster: 0x1f43b675,
} as const;
const soundTrack = 2;
/** Matroska counts nanoseconds since 2001-01-01 UTC. */
const epochMs = 978_307_200_000;

/** Reads Info of a WebM or Matroska file. Source: RFC 8794 §4–5 (EBML), RFC 9559 §5.1.2. */
export const readMatroska = async (source: ByteSource): Promise<MediaFacts> => {
  const bytes = await source.read(0, headSizeInBytes);
  let scale = 1_000_000;
  let duration: number | undefined;
  let at: number | undefined;
  let offset = 0;
  for (let elements = 0; elements < maximumElements && offset < bytes.length; elements += 1) {
    const element = readElement(bytes, offset);
    if (element === undefined) break;
    // The children of these two are read in their place; every other element is stepped over.
    const enter = element.id === id.segment || element.id === id.info;
    const content = bytes.subarray(element.start, element.start + element.size);
    if (element.id === id.scale) scale = readUnsigned(content);
    else if (element.id === id.duration) duration = readFloat(content);
    else if (element.id === id.date) at = epochMs + Math.round(readSigned(content) / 1_000_000);
    offset = enter ? element.start : element.start + element.size;
  }
  const durationMs =
    duration === undefined ? undefined : toDurationMs((duration * scale) / 1_000_000);
  return {
    ...noFacts,
    ...(at !== undefined && at > 0 && at < 4_102_444_800_000
      ? { time: { kind: "instant", at, precision: "second", basis: "container-metadata" } }
      : {}),
    ...(durationMs === undefined ? {} : { durationMs }),
  };
};

interface Element {
  readonly id: number;
  readonly start: number;
  readonly size: number;
}

const readElement = (bytes: Uint8Array, offset: number): Element | undefined => {
  const idLength = lengthOf(bytes[offset]);
  const sizeAt = offset + idLength;
  const sizeLength = lengthOf(bytes[sizeAt]);
  if (idLength === 0 || idLength > 4 || sizeLength === 0) return undefined;
  const elementId = readUnsigned(bytes.subarray(offset, sizeAt));
  const field = bytes.slice(sizeAt, sizeAt + sizeLength);
  if (field.length < sizeLength) return undefined;
  field[0] = (field[0] ?? 0) & (0xff >> sizeLength);
  const size = readUnsigned(field);
  const isUnknown = field.every((byte, i) => byte === (i === 0 ? 0xff >> sizeLength : 0xff));
  return { id: elementId, start: sizeAt + sizeLength, size: isUnknown ? bytes.length : size };
};

const lengthOf = (first: number | undefined): number =>
  first === undefined || first === 0 ? 0 : Math.clz32(first) - 23;

const readUnsigned = (bytes: Uint8Array): number => {
  let value = 0;
  for (const byte of bytes.subarray(0, 8)) value = value * 256 + byte;
  return value;
};

const readSigned = (bytes: Uint8Array): number => {
  const value = readUnsigned(bytes);
  return (bytes[0] ?? 0) >= 0x80 ? value - 256 ** bytes.length : value;
};

const readFloat = (bytes: Uint8Array): number | undefined => {
  if (bytes.length !== 4 && bytes.length !== 8) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return bytes.length === 4 ? view.getFloat32(0) : view.getFloat64(0);
};

/** Whether its tracks, as far as they stand in the head, are sound and nothing else: a voice note, not a film. */
export const hasOnlySoundTracks = (head: Uint8Array): boolean => {
  const kinds: number[] = [];
  let offset = 0;
  for (let elements = 0; elements < maximumElements && offset < head.length; elements += 1) {
    const element = readElement(head, offset);
    if (element === undefined || element.id === id.cluster) break;
    const enter =
      element.id === id.segment || element.id === id.tracks || element.id === id.trackEntry;
    if (element.id === id.trackType) {
      kinds.push(readUnsigned(head.subarray(element.start, element.start + element.size)));
    }
    offset = enter ? element.start : element.start + element.size;
  }
  return kinds.length > 0 && kinds.every((kind) => kind === soundTrack);
};

/** "webm" or "matroska": the DocType in the EBML header. */
export const readDocType = (head: Uint8Array): string => {
  const text = toBoundedBytes(head, false).ascii(0, 64);
  return text.includes("webm") ? "webm" : "matroska";
};
