import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { box, concatBytes, fullBox, latin1 } from "@holdfast/picture/testing";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";

import { collectParsed } from "../../testing/collect-parsed.ts";
import { mediaFormat } from "./format.ts";

const runs = process.env["SLOW"] === "1" ? 1_000 : 20;
const folder = mkdtempSync(join(tmpdir(), "holdfast-media-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const parse = (bytes: Uint8Array, name = "a"): ReturnType<typeof collectParsed> =>
  collectParsed(mediaFormat, bytes, { name });

const be = (value: number, size: number): Uint8Array =>
  Uint8Array.from({ length: size }, (_, i) => Math.floor(value / 256 ** (size - 1 - i)) % 256);
const le = (value: number, size: number): Uint8Array => be(value, size).reverse();
const macSeconds = (iso: string): number => Date.parse(iso) / 1_000 + 2_082_844_800;

interface Mp4Wishes {
  readonly created?: string;
  readonly wide?: boolean;
  readonly keys?: Readonly<Record<string, string>>;
  readonly place?: boolean;
  readonly brand?: string;
}

const buildMp4 = (wishes: Mp4Wishes): Uint8Array => {
  const created = wishes.created === undefined ? 0 : macSeconds(wishes.created);
  const size = wishes.wide === true ? 8 : 4;
  const mvhd = fullBox(
    "mvhd",
    wishes.wide === true ? 1 : 0,
    be(created, size),
    be(created, size),
    be(1_000, 4),
    be(12_340, size),
    new Uint8Array(80),
  );
  const tkhd = fullBox("tkhd", 0, new Uint8Array(72), be(1920 * 65_536, 4), be(1080 * 65_536, 4));
  const entries = Object.entries(wishes.keys ?? {});
  const keys = fullBox(
    "keys",
    0,
    be(entries.length, 4),
    ...entries.map(([name]) => box("mdta", latin1(name))),
  );
  const values = entries.map(([, value], i) => {
    const data = box("data", be(1, 4), be(0, 4), latin1(value));
    return concatBytes(be(data.length + 8, 4), be(i + 1, 4), data);
  });
  const hdlr = fullBox("hdlr", 0, new Uint8Array(4), latin1("mdta"), new Uint8Array(13));
  const meta = entries.length === 0 ? [] : [box("meta", hdlr, keys, box("ilst", ...values))];
  const place =
    wishes.place === true
      ? [box("udta", box("\u00a9xyz", be(18, 2), be(0x15c7, 2), latin1("+51.4779-000.0015/")))]
      : [];
  return concatBytes(
    box("ftyp", latin1(wishes.brand ?? "isom"), be(0, 4), latin1("isom")),
    box("mdat", new Uint8Array(100)),
    box("moov", mvhd, box("trak", tkhd), ...place, ...meta),
  );
};

const buildWav = (seconds: number): Uint8Array => {
  const data = new Uint8Array(8_000 * seconds);
  const body = concatBytes(
    latin1("WAVEfmt "),
    le(16, 4),
    le(1, 2),
    le(1, 2),
    le(8_000, 4),
    le(8_000, 4),
    le(1, 2),
    le(8, 2),
    latin1("LIST"),
    le(22, 4),
    latin1("INFOICRD"),
    le(10, 4),
    latin1("2026-03-05"),
    latin1("data"),
    le(data.length, 4),
    data,
  );
  return concatBytes(latin1("RIFF"), le(body.length, 4), body);
};

const oggPage = (flags: number, position: number, payload: Uint8Array): Uint8Array =>
  concatBytes(
    latin1("OggS"),
    Uint8Array.of(0, flags),
    le(position, 8),
    le(7, 4),
    le(0, 4),
    le(0, 4),
    Uint8Array.of(1, payload.length),
    payload,
  );
const buildOpus = (seconds: number): Uint8Array =>
  concatBytes(
    oggPage(
      2,
      0,
      concatBytes(
        latin1("OpusHead"),
        Uint8Array.of(1, 1),
        le(312, 2),
        le(16_000, 4),
        new Uint8Array(3),
      ),
    ),
    oggPage(4, seconds * 48_000 + 312, new Uint8Array(50)),
  );

const element = (id: readonly number[], content: Uint8Array): Uint8Array =>
  concatBytes(Uint8Array.from(id), Uint8Array.of(0x08), be(content.length, 4), content);
const buildWebm = (created: string, durationMs: number): Uint8Array => {
  const float = new Uint8Array(8);
  new DataView(float.buffer).setFloat64(0, durationMs);
  const nanoseconds = new Uint8Array(8);
  new DataView(nanoseconds.buffer).setBigInt64(
    0,
    BigInt(Date.parse(created) - Date.UTC(2001, 0, 1)) * 1_000_000n,
  );
  const info = element(
    [0x15, 0x49, 0xa9, 0x66],
    concatBytes(
      element([0x2a, 0xd7, 0xb1], be(1_000_000, 4)),
      element([0x44, 0x89], float),
      element([0x44, 0x61], nanoseconds),
    ),
  );
  return concatBytes(
    element([0x1a, 0x45, 0xdf, 0xa3], element([0x42, 0x82], latin1("webm"))),
    Uint8Array.of(0x18, 0x53, 0x80, 0x67, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff),
    info,
  );
};

const buildMp3 = (tag: string): Uint8Array => {
  const frame = concatBytes(
    latin1("TDRC"),
    be(tag.length + 1, 4),
    be(0, 2),
    Uint8Array.of(3),
    latin1(tag),
  );
  const xing = concatBytes(
    Uint8Array.of(0xff, 0xfb, 0x90, 0x00),
    new Uint8Array(32),
    latin1("Xing"),
    be(1, 4),
    be(1_000, 4),
  );
  return concatBytes(
    latin1("ID3"),
    Uint8Array.of(4, 0, 0, 0, 0, 0, frame.length),
    frame,
    xing,
    new Uint8Array(400),
  );
};

const buildAmr = (frames: number): Uint8Array =>
  concatBytes(
    latin1("#!AMR\n"),
    ...Array.from({ length: frames }, () => concatBytes(Uint8Array.of(0x3c), new Uint8Array(31))),
  );

const created = "2026-03-05T21:14:12Z";
const samples: Readonly<Record<string, Uint8Array>> = {
  "a.mp4": buildMp4({ created }),
  "b.mp4": buildMp4({ created, wide: true, place: true }),
  "c.mov": buildMp4({
    created,
    brand: "qt  ",
    keys: {
      "com.apple.quicktime.creationdate": "2026-03-05T22:00:00+0500",
      "com.apple.quicktime.model": "Phone 5",
      "com.apple.quicktime.location.ISO6709": "+51.4779-000.0015/",
    },
  }),
  "d.wav": buildWav(3),
  "e.opus": buildOpus(7),
  "f.webm": buildWebm(created, 4_500),
  "g.mp3": buildMp3("2026-03-05T21:14"),
  "h.amr": buildAmr(150),
};

describe("a recording", () => {
  it("has the duration, size and time that ExifTool reads", async () => {
    for (const [name, bytes] of Object.entries(samples)) writeFileSync(join(folder, name), bytes);
    const answer = execFileSync("exiftool", ["-j", "-n", "-api", "QuickTimeUTC", folder], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      env: { ...process.env, TZ: "UTC" },
    });
    const schema = z.array(
      z.object({
        SourceFile: z.string(),
        Duration: z.number().optional(),
        ImageWidth: z.number().optional(),
        CreateDate: z.string().optional(),
        DateTimeOriginal: z.string().optional(),
      }),
    );
    const told = schema.parse(JSON.parse(answer));
    expect(told.length).toBeGreaterThanOrEqual(7);
    const ours: unknown[] = [];
    const expected: unknown[] = [];
    for (const { SourceFile, Duration, ImageWidth, CreateDate, DateTimeOriginal } of told) {
      const name = SourceFile.slice(folder.length + 1);
      const item = (await parse(samples[name] ?? new Uint8Array(0), name)).items[0];
      const details = item?.details?.kind === "media" ? item.details : undefined;
      const seconds = (milliseconds = 0): number => Math.round(milliseconds / 100);
      // ExifTool estimates the length of an MP3 from its size, and knows none of an Opus file.
      const hasDuration = Duration !== undefined && !/mp3|opus/.test(name);
      const isFilm = name === "a.mp4" || name === "b.mp4";
      const theirTime = isFilm ? CreateDate : name === "f.webm" ? DateTimeOriginal : undefined;
      expected.push([
        name,
        hasDuration ? seconds(Duration * 1_000) : 0,
        isFilm ? ImageWidth : 0,
        theirTime?.slice(0, 19),
      ]);
      ours.push([
        name,
        hasDuration ? seconds(details?.durationMs) : 0,
        isFilm ? details?.widthInPixels : 0,
        theirTime === undefined || item?.time.kind !== "instant"
          ? undefined
          : new Date(item.time.at)
              .toISOString()
              .slice(0, 19)
              .replaceAll("-", ":")
              .replace("T", " "),
      ]);
    }
    expect(ours).toEqual(expected);
    expect(JSON.stringify(expected).match(/2026:03:05 21:14:12/g)).toHaveLength(3);
  });

  it("made by an iPhone has its own time with its offset, its device, and only that a place is stored", async () => {
    const { items } = await parse(samples["c.mov"] ?? new Uint8Array(0));
    expect(items[0]).toMatchObject({
      time: { kind: "instant", at: Date.UTC(2026, 2, 5, 17), offsetMinutes: 300 },
      details: {
        mediaType: "video/quicktime",
        device: "Phone 5",
        locationPresent: true,
        durationMs: 12_340,
      },
    });
    expect(JSON.stringify(items)).not.toMatch(/51\.4/);
    expect((await parse(samples["b.mp4"] ?? new Uint8Array(0))).items[0]?.details).toMatchObject({
      locationPresent: true,
    });
  });

  it("without a time of its own has the one in its name", async () => {
    const note = await parse(samples["e.opus"] ?? new Uint8Array(0), "PTT-20260305-WA0001.opus");
    expect(note.items[0]).toMatchObject({
      kind: "recording",
      time: { local: "2026-03-05T00:00:00", precision: "day", basis: "file-metadata" },
      details: { mediaType: "audio/ogg", durationMs: 7_000 },
    });
    expect((await parse(buildMp4({}))).items[0]?.time).toEqual({ kind: "unknown" });
  });

  it("in sound formats has the time and the duration that stand in them", async () => {
    const detailsOf = async (name: string): Promise<unknown> =>
      (await parse(samples[name] ?? new Uint8Array(0), name)).items[0];
    expect(await detailsOf("d.wav")).toMatchObject({
      time: { local: "2026-03-05T00:00:00", precision: "day" },
      details: { durationMs: 3_000 },
    });
    expect(await detailsOf("f.webm")).toMatchObject({
      time: { at: Date.parse(created) },
      details: { durationMs: 4_500, mediaType: "video/webm" },
    });
    expect(await detailsOf("g.mp3")).toMatchObject({
      time: { local: "2026-03-05T21:14:00", precision: "minute" },
      details: { durationMs: 26_122 },
    });
    expect(await detailsOf("h.amr")).toMatchObject({
      details: { durationMs: 3_000, mediaType: "audio/amr" },
    });
  });

  it("in WebM is a sound when none of its tracks is a picture", async () => {
    const typeOf = async (...kinds: readonly number[]): Promise<unknown> => {
      const tracks = kinds.flatMap((kind) => [0xae, 0x83, 0x83, 0x81, kind]);
      const bytes = concatBytes(
        Uint8Array.of(0x1a, 0x45, 0xdf, 0xa3, 0x87, 0x42, 0x82, 0x84),
        latin1("webm"),
        Uint8Array.of(0x18, 0x53, 0x80, 0x67, 0x85 + tracks.length),
        Uint8Array.of(0x16, 0x54, 0xae, 0x6b, 0x80 + tracks.length, ...tracks),
      );
      return (await parse(bytes, "a.webm")).items[0]?.details;
    };
    expect(await typeOf(2)).toMatchObject({ mediaType: "audio/webm" });
    expect(await typeOf(1)).toMatchObject({ mediaType: "video/webm" });
    expect(await typeOf(2, 1)).toMatchObject({ mediaType: "video/webm" });
  });

  it("is recognised by its bytes, and bare frames by their name beside", () => {
    const recognise = (bytes: Uint8Array, name: string): string => {
      const { confidence, mediaType } = mediaFormat.recognise({
        name,
        head: bytes,
        sizeInBytes: bytes.length,
      });
      return `${confidence} ${mediaType}`;
    };
    expect(recognise(buildMp4({ brand: "3gp4" }), "a")).toBe("signature video/3gpp");
    expect(recognise(buildMp4({ brand: "M4A " }), "a")).toBe("signature audio/mp4");
    expect(recognise(Uint8Array.of(0xff, 0xf1, 0x50, 0x80), "a.aac")).toBe("signature audio/aac");
    expect(recognise(Uint8Array.of(0xff, 0xfb, 0x90, 0x00), "a.mp3")).toBe("signature audio/mpeg");
    expect(recognise(Uint8Array.of(0xff, 0xfe, 0x41, 0x00), "a.txt")).toBe(
      "none application/octet-stream",
    );
  });

  it("that is cut says so", async () => {
    for (const name of ["a.mp4", "d.wav", "h.amr"]) {
      const bytes = samples[name] ?? new Uint8Array(0);
      expect(
        (await parse(bytes.slice(0, bytes.length - 30), name)).notes.map((note) => note.code),
      ).toEqual(["file_truncated"]);
    }
    expect((await parse((samples["a.mp4"] ?? new Uint8Array(0)).slice(0, 100))).notes).toHaveLength(
      1,
    );
  });

  it("never throws and covers the file, when its bytes are changed", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.values(samples)),
        fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 10 }),
        fc.nat(600),
        async (sample, changes, cut) => {
          const bytes = sample.slice(0, 16 + cut);
          for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
          expect((await parse(bytes)).items).toHaveLength(1);
        },
      ),
      { numRuns: runs * 5 },
    );
  });
});
