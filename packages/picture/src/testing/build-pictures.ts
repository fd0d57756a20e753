/** Small synthetic pictures for tests: real containers and metadata around a few bytes that stand for pixels. */

export interface ExifWishes {
  readonly littleEndian?: boolean;
  readonly make?: string;
  readonly model?: string;
  readonly modified?: string;
  readonly original?: string;
  readonly offsetOriginal?: string;
  readonly location?: { readonly latitude: number; readonly longitude: number };
}

export const concatBytes = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

export const latin1 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (char) => char.charCodeAt(0));

const number = (value: number, size: number, littleEndian = false): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(size);
  for (let i = 0; i < size; i += 1) {
    const shift = littleEndian ? i : size - 1 - i;
    bytes[i] = Math.floor(value / 256 ** shift) % 256;
  }
  return bytes;
};
const u16 = (value: number): Uint8Array<ArrayBuffer> => number(value, 2);
const u32 = (value: number): Uint8Array<ArrayBuffer> => number(value, 4);

type Value =
  { readonly text: string } | { readonly long: number } | { readonly rationals: readonly number[] };

export const buildExif = (wishes: ExifWishes): Uint8Array<ArrayBuffer> => {
  const le = wishes.littleEndian ?? true;
  const text = (id: number, value: string | undefined): readonly [number, Value][] =>
    value === undefined ? [] : [[id, { text: value }]];
  const long = (id: number, value: number | undefined): readonly [number, Value][] =>
    value === undefined ? [] : [[id, { long: value }]];
  const exif = [...text(0x9003, wishes.original), ...text(0x9011, wishes.offsetOriginal)];
  const place = wishes.location;
  const gps: readonly [number, Value][] =
    place === undefined
      ? []
      : [
          [1, { text: place.latitude < 0 ? "S" : "N" }],
          [2, { rationals: toDegrees(place.latitude) }],
          [3, { text: place.longitude < 0 ? "W" : "E" }],
          [4, { rationals: toDegrees(place.longitude) }],
        ];
  const mainOf = (exifAt: number, gpsAt: number): readonly [number, Value][] => [
    ...text(0x010f, wishes.make),
    ...text(0x0110, wishes.model),
    ...text(0x0132, wishes.modified),
    ...long(0x8769, exif.length === 0 ? undefined : exifAt),
    ...long(0x8825, gps.length === 0 ? undefined : gpsAt),
  ];
  const mainSize = buildDirectory(mainOf(0, 0), 8, le).length;
  const exifBytes = buildDirectory(exif, 8 + mainSize, le);
  const gpsAt = 8 + mainSize + exifBytes.length;
  return concatBytes(
    latin1(le ? "II" : "MM"),
    number(42, 2, le),
    number(8, 4, le),
    buildDirectory(mainOf(8 + mainSize, gpsAt), 8, le),
    exifBytes,
    buildDirectory(gps, gpsAt, le),
  );
};

const toDegrees = (value: number): readonly number[] => {
  const all = Math.abs(value);
  const minutes = (all % 1) * 60;
  return [Math.floor(all), 1, Math.floor(minutes), 1, Math.round((minutes % 1) * 60_000), 1_000];
};

const buildDirectory = (
  entries: readonly (readonly [number, Value])[],
  at: number,
  le: boolean,
): Uint8Array<ArrayBuffer> => {
  if (entries.length === 0) return new Uint8Array(0);
  let dataAt = at + 2 + entries.length * 12 + 4;
  const rows: Uint8Array[] = [];
  const data: Uint8Array[] = [];
  for (const [id, value] of entries) {
    const [type, count, bytes] = encodeValue(value, le);
    const padded = concatBytes(bytes, new Uint8Array(Math.max(0, 4 - bytes.length)));
    rows.push(
      concatBytes(
        number(id, 2, le),
        number(type, 2, le),
        number(count, 4, le),
        bytes.length <= 4 ? padded : number(dataAt, 4, le),
      ),
    );
    if (bytes.length > 4) {
      data.push(padded);
      dataAt += padded.length;
    }
  }
  return concatBytes(number(entries.length, 2, le), ...rows, new Uint8Array(4), ...data);
};

const encodeValue = (
  value: Value,
  le: boolean,
): readonly [number, number, Uint8Array<ArrayBuffer>] => {
  if ("text" in value) return [2, value.text.length + 1, latin1(`${value.text}\0`)];
  if ("long" in value) return [4, 1, number(value.long, 4, le)];
  return [
    5,
    value.rationals.length / 2,
    concatBytes(...value.rationals.map((part) => number(part, 4, le))),
  ];
};

export interface PictureWishes {
  readonly width?: number;
  readonly height?: number;
  readonly exif?: Uint8Array;
  readonly xmp?: string;
  /** Stands for the pixels: a pattern that a test can look for. */
  readonly pixels?: Uint8Array;
}

const somePixels = Uint8Array.from({ length: 64 }, (_, i) => (i * 37) % 251);

export const buildJpeg = (wishes: PictureWishes): Uint8Array<ArrayBuffer> => {
  const segment = (marker: number, payload: Uint8Array): Uint8Array<ArrayBuffer> =>
    concatBytes(Uint8Array.of(0xff, marker), u16(payload.length + 2), payload);
  const parts: Uint8Array[] = [Uint8Array.of(0xff, 0xd8)];
  if (wishes.exif !== undefined) {
    parts.push(segment(0xe1, concatBytes(latin1("Exif\0\0"), wishes.exif)));
  }
  if (wishes.xmp !== undefined) {
    parts.push(segment(0xe1, latin1(`http://ns.adobe.com/xap/1.0/\0${wishes.xmp}`)));
  }
  const frame = concatBytes(
    Uint8Array.of(8),
    u16(wishes.height ?? 48),
    u16(wishes.width ?? 64),
    Uint8Array.of(1, 1, 0x11, 0),
  );
  parts.push(segment(0xc0, frame), segment(0xda, Uint8Array.of(1, 1, 0, 0, 63, 0)));
  parts.push(wishes.pixels ?? somePixels, Uint8Array.of(0xff, 0xd9));
  return concatBytes(...parts);
};

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

const crc32 = (bytes: Uint8Array): number => {
  let c = 0xffffffff;
  for (const byte of bytes) c = (crcTable[(c ^ byte) & 255] ?? 0) ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
};

export const pngChunk = (type: string, payload: Uint8Array): Uint8Array<ArrayBuffer> => {
  const body = concatBytes(latin1(type), payload);
  return concatBytes(u32(payload.length), body, u32(crc32(body)));
};

export const buildPng = (
  wishes: PictureWishes & { readonly chunks?: readonly Uint8Array[] },
): Uint8Array<ArrayBuffer> =>
  concatBytes(
    latin1("\u0089PNG\r\n\u001A\n"),
    pngChunk(
      "IHDR",
      concatBytes(u32(wishes.width ?? 64), u32(wishes.height ?? 48), Uint8Array.of(8, 2, 0, 0, 0)),
    ),
    ...(wishes.exif === undefined ? [] : [pngChunk("eXIf", wishes.exif)]),
    ...(wishes.xmp === undefined
      ? []
      : [pngChunk("iTXt", latin1(`XML:com.adobe.xmp\0\0\0\0\0${wishes.xmp}`))]),
    ...(wishes.chunks ?? []),
    pngChunk("IDAT", wishes.pixels ?? somePixels),
    pngChunk("IEND", new Uint8Array(0)),
  );

export const buildWebp = (wishes: PictureWishes): Uint8Array<ArrayBuffer> => {
  const chunk = (type: string, payload: Uint8Array): Uint8Array<ArrayBuffer> =>
    concatBytes(
      latin1(type),
      number(payload.length, 4, true),
      payload,
      new Uint8Array(payload.length % 2),
    );
  const flags = (wishes.exif === undefined ? 0 : 8) | (wishes.xmp === undefined ? 0 : 4);
  const body = concatBytes(
    latin1("WEBP"),
    chunk(
      "VP8X",
      concatBytes(
        Uint8Array.of(flags, 0, 0, 0),
        number((wishes.width ?? 64) - 1, 3, true),
        number((wishes.height ?? 48) - 1, 3, true),
      ),
    ),
    chunk("VP8L", wishes.pixels ?? concatBytes(Uint8Array.of(0x2f), somePixels)),
    ...(wishes.exif === undefined ? [] : [chunk("EXIF", wishes.exif)]),
    ...(wishes.xmp === undefined ? [] : [chunk("XMP ", latin1(wishes.xmp))]),
  );
  return concatBytes(latin1("RIFF"), number(body.length, 4, true), body);
};

export const buildGif = (wishes: PictureWishes): Uint8Array<ArrayBuffer> =>
  concatBytes(
    latin1("GIF89a"),
    number(wishes.width ?? 64, 2, true),
    number(wishes.height ?? 48, 2, true),
    Uint8Array.of(0, 0, 0, 0x3b),
  );

export const box = (type: string, ...content: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const body = concatBytes(...content);
  return concatBytes(u32(body.length + 8), latin1(type), body);
};

export const fullBox = (
  type: string,
  version: number,
  ...content: readonly Uint8Array[]
): Uint8Array<ArrayBuffer> => box(type, Uint8Array.of(version, 0, 0, 0), ...content);

/** `ftyp`, and `meta` with a primary item, its size, and an Exif item: what a phone writes, without the tiles. */
export const buildHeif = (
  wishes: PictureWishes & { readonly brand?: "heic" | "avif"; readonly exifInIdat?: boolean },
): Uint8Array<ArrayBuffer> => {
  const brand = wishes.brand ?? "heic";
  const exif = concatBytes(u32(6), latin1("Exif\0\0"), wishes.exif ?? new Uint8Array(0));
  const pixels = wishes.pixels ?? somePixels;
  const inIdat = wishes.exifInIdat === true;
  const item = (id: number, type: string): Uint8Array<ArrayBuffer> =>
    fullBox("infe", 2, u16(id), u16(0), latin1(`${type}\0`));
  const items = [item(1, brand === "heic" ? "hvc1" : "av01")];
  if (wishes.exif !== undefined) items.push(item(2, "Exif"));
  const place = (id: number, method: number, at: number, length: number): Uint8Array<ArrayBuffer> =>
    concatBytes(u16(id), u16(method), u16(0), u16(1), u32(at), u32(length));
  const ftyp = box("ftyp", latin1(brand), u32(0), latin1(`mif1${brand}`));
  const metaOf = (mediaAt: number): Uint8Array<ArrayBuffer> => {
    const places = [place(1, 0, mediaAt, pixels.length)];
    if (wishes.exif !== undefined) {
      places.push(place(2, inIdat ? 1 : 0, inIdat ? 0 : mediaAt + pixels.length, exif.length));
    }
    return fullBox(
      "meta",
      0,
      fullBox("hdlr", 0, u32(0), latin1("pict"), new Uint8Array(13)),
      fullBox("pitm", 0, u16(1)),
      fullBox("iinf", 0, u16(items.length), ...items),
      box(
        "iprp",
        box(
          "ipco",
          fullBox("ispe", 0, u32(16), u32(16)),
          fullBox("ispe", 0, u32(wishes.width ?? 64), u32(wishes.height ?? 48)),
        ),
        fullBox("ipma", 0, u32(1), u16(1), Uint8Array.of(1, 2)),
      ),
      fullBox("iloc", 1, u16(0x4400), u16(places.length), ...places),
      ...(inIdat ? [box("idat", exif)] : []),
    );
  };
  const mediaAt = ftyp.length + metaOf(0).length + 8;
  return concatBytes(ftyp, metaOf(mediaAt), box("mdat", pixels, ...(inIdat ? [] : [exif])));
};
