import { largestAsideInBytes, type SoundElement } from "./sound-element.ts";

const id = {
  ebml: 0x1a45dfa3,
  segment: 0x18538067,
  tracks: 0x1654ae6b,
  track: 0xae,
  trackType: 0x83,
  video: 0xe0,
  cluster: 0x1f43b675,
  empty: 0xec,
  checksum: 0xbf,
} as const;

/** What says something about the sound: never longer than a few lines. */
const asides: ReadonlySet<number> = new Set<number>([
  id.ebml,
  id.empty,
  id.checksum,
  0x114d9b74, // SeekHead
  0x1549a966, // Info
  0x1254c367, // Tags
]);
/** The sound itself, and where its pieces stand. Attachments and chapters are not among them. */
const pieces: ReadonlySet<number> = new Set([
  0xe7, // Timestamp
  0xa3, // SimpleBlock
  0xa0, // BlockGroup
  0xab, // PrevSize
  0xa7, // Position
  0x1c53bb6b, // Cues
]);
const soundTrack = 2;

/** Every element of a WebM file is known, and every track is sound. Source: RFC 8794 §4–5, RFC 9559 §5. */
export const isOnlySoundWebm = (bytes: Uint8Array): boolean => {
  let hasTracks = false;
  for (let at = 0; at < bytes.length;) {
    const element = readElement(bytes, at, bytes.length);
    if (element === undefined) return false;
    // Their children are looked at in their place: a recorder that does not know how long they get leaves their length open.
    if (element.type === id.segment || element.type === id.cluster) {
      at = element.start;
      continue;
    }
    if (element.type === id.tracks) {
      if (hasTracks || !holdsOnlySoundTracks(bytes, element)) return false;
      hasTracks = true;
    } else if (asides.has(element.type)) {
      if (element.end - element.start > largestAsideInBytes) return false;
    } else if (!pieces.has(element.type)) return false;
    at = element.end;
  }
  return hasTracks;
};

const holdsOnlySoundTracks = (bytes: Uint8Array, tracks: SoundElement): boolean => {
  if (tracks.end - tracks.start > largestAsideInBytes) return false;
  const entries = readChildren(bytes, tracks);
  if (entries === undefined) return false;
  const all = entries.filter(({ type }) => type !== id.empty && type !== id.checksum);
  return all.length > 0 && all.every((entry) => isSoundTrack(bytes, entry));
};

const isSoundTrack = (bytes: Uint8Array, entry: SoundElement): boolean => {
  const children = entry.type === id.track ? readChildren(bytes, entry) : undefined;
  if (children === undefined || children.some(({ type }) => type === id.video)) return false;
  const [kind, ...more] = children.filter(({ type }) => type === id.trackType);
  if (kind === undefined || more.length > 0 || kind.end - kind.start !== 1) return false;
  return bytes[kind.start] === soundTrack;
};

const readChildren = (
  bytes: Uint8Array,
  { start, end }: SoundElement,
): readonly SoundElement[] | undefined => {
  const children: SoundElement[] = [];
  for (let at = start; at < end;) {
    const child = readElement(bytes, at, end);
    if (child === undefined) return undefined;
    children.push(child);
    at = child.end;
  }
  return children;
};

const readElement = (bytes: Uint8Array, at: number, limit: number): SoundElement | undefined => {
  const idLength = lengthOf(bytes[at]);
  const sizeAt = at + idLength;
  const sizeLength = lengthOf(bytes[sizeAt]);
  const start = sizeAt + sizeLength;
  if (idLength === 0 || idLength > 4 || sizeLength === 0 || start > limit) return undefined;
  let type = 0;
  for (const byte of bytes.subarray(at, sizeAt)) type = type * 256 + byte;
  let size = (bytes[sizeAt] ?? 0) & (0xff >> sizeLength);
  let isOpen = size === 0xff >> sizeLength;
  for (const byte of bytes.subarray(sizeAt + 1, start)) {
    size = size * 256 + byte;
    isOpen &&= byte === 0xff;
  }
  const end = isOpen ? limit : start + size;
  return end > limit ? undefined : { type, start, end };
};

const lengthOf = (first: number | undefined): number =>
  first === undefined || first === 0 ? 0 : Math.clz32(first) - 23;
