import { largestAsideInBytes, type SoundElement } from "./sound-element.ts";

const type = (name: string): number =>
  Array.from(name).reduce((value, character) => value * 256 + character.charCodeAt(0), 0);

const moov = type("moov");
const trak = type("trak");
const mdia = type("mdia");
const hdlr = type("hdlr");
const soun = type("soun");

/** The sound itself, and where its pieces stand. */
const pieces: ReadonlySet<number> = new Set(["mdat", "moof", "mfra", "sidx"].map(type));
/** What says something about the file: never longer than a few lines, so that no cover lies in it. */
const asides: ReadonlySet<number> = new Set(
  ["ftyp", "styp", "free", "skip", "mvhd", "mvex", "iods", "udta", "meta"].map(type),
);

/** Every box of an MP4 file is known, and every track is sound. Source: ISO/IEC 14496-12 §4.2, §8.4.3. */
export const isOnlySoundMp4 = (bytes: Uint8Array): boolean => {
  const boxes = readBoxes(bytes, { type: 0, start: 0, end: bytes.length });
  if (boxes === undefined) return false;
  const movies = boxes.filter((box) => box.type === moov);
  const [movie] = movies;
  return (
    movie !== undefined
    && movies.length === 1
    && boxes.every((box) => box.type === moov || pieces.has(box.type) || isAside(box))
    && holdsOnlySoundTracks(bytes, movie)
  );
};

const isAside = (box: SoundElement): boolean =>
  asides.has(box.type) && box.end - box.start <= largestAsideInBytes;

const holdsOnlySoundTracks = (bytes: Uint8Array, movie: SoundElement): boolean => {
  const boxes = readBoxes(bytes, movie);
  if (boxes === undefined) return false;
  const tracks = boxes.filter((box) => box.type === trak);
  return (
    tracks.length > 0
    && tracks.every((track) => isSoundTrack(bytes, track))
    && boxes.every((box) => box.type === trak || isAside(box))
  );
};

const isSoundTrack = (bytes: Uint8Array, track: SoundElement): boolean => {
  const media = readBoxes(bytes, track)?.filter((box) => box.type === mdia) ?? [];
  const [one] = media;
  if (one === undefined || media.length > 1) return false;
  const handlers = readBoxes(bytes, one)?.filter((box) => box.type === hdlr) ?? [];
  const [handler] = handlers;
  // Version and flags, then a field that is zero, then what the track is.
  return (
    handler !== undefined && handlers.length === 1 && read32(bytes, handler.start + 8) === soun
  );
};

const readBoxes = (
  bytes: Uint8Array,
  { start, end }: SoundElement,
): readonly SoundElement[] | undefined => {
  const boxes: SoundElement[] = [];
  for (let at = start; at < end;) {
    const size = read32(bytes, at);
    const isLarge = size === 1;
    const head = isLarge ? 16 : 8;
    const length = isLarge ? read32(bytes, at + 8) * 2 ** 32 + read32(bytes, at + 12) : size;
    // A length of 0 means "to the end of the file"; only the last box may say so.
    const boxEnd = size === 0 ? end : at + length;
    if (at + head > end || boxEnd > end || boxEnd < at + head) return undefined;
    boxes.push({ type: read32(bytes, at + 4), start: at + head, end: boxEnd });
    at = boxEnd;
  }
  return boxes;
};

const read32 = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) * 2 ** 24
  + (bytes[at + 1] ?? 0) * 2 ** 16
  + (bytes[at + 2] ?? 0) * 256
  + (bytes[at + 3] ?? 0);
