import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { bytesToSource } from "@holdfast/evidence";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";

import { readPictureLocation, readPictureMetadata } from "./read-picture.ts";
import {
  buildExif,
  buildGif,
  buildHeif,
  buildJpeg,
  buildPng,
  buildWebp,
  latin1,
  pngChunk,
} from "./testing/build-pictures.ts";

const runs = process.env["SLOW"] === "1" ? 1_000 : 20;
const folder = mkdtempSync(join(tmpdir(), "holdfast-picture-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const exif = buildExif({
  make: "Example",
  model: "Phone 5",
  original: "2026:03:05 21:14:12",
  offsetOriginal: "+05:00",
  location: { latitude: 51.4779, longitude: -0.0015 },
});
const metadataOf = (bytes: Uint8Array): ReturnType<typeof readPictureMetadata> =>
  readPictureMetadata(bytesToSource(bytes));

const samples: Readonly<Record<string, Uint8Array>> = {
  "a.jpg": buildJpeg({ exif, width: 640, height: 480 }),
  "b.png": buildPng({ exif, width: 1080, height: 2400 }),
  "c.webp": buildWebp({ exif, width: 300, height: 200 }),
  "d.heic": buildHeif({ exif, width: 4032, height: 3024 }),
  "e.avif": buildHeif({ exif, brand: "avif", width: 400, height: 300 }),
  "f.jpg": buildJpeg({ exif: buildExif({ littleEndian: false, original: "2025:12:31 23:59:59" }) }),
};

const exiftoolSchema = z.array(
  z.object({
    SourceFile: z.string(),
    MIMEType: z.string(),
    ImageWidth: z.number(),
    ImageHeight: z.number(),
    DateTimeOriginal: z.string(),
    OffsetTimeOriginal: z.string().optional(),
    Make: z.string().optional(),
    GPSLatitude: z.number().optional(),
    GPSLongitude: z.number().optional(),
  }),
);

describe("readPictureMetadata", () => {
  it("reads the same as ExifTool out of JPEG, PNG, WebP, HEIC and AVIF", async () => {
    for (const [name, bytes] of Object.entries(samples)) writeFileSync(join(folder, name), bytes);
    const answer = execFileSync("exiftool", ["-j", "-n", folder], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    const told = exiftoolSchema.parse(JSON.parse(answer));
    expect(told).toHaveLength(Object.keys(samples).length);
    for (const theirs of told) {
      const bytes = samples[theirs.SourceFile.slice(folder.length + 1)] ?? new Uint8Array(0);
      const ours = await metadataOf(bytes);
      const place = await readPictureLocation(bytesToSource(bytes));
      expect(ours).toMatchObject({
        mediaType: theirs.MIMEType,
        widthInPixels: theirs.ImageWidth,
        heightInPixels: theirs.ImageHeight,
        locationPresent: theirs.GPSLatitude !== undefined,
        problems: [],
      });
      const [date = "", time = ""] = theirs.DateTimeOriginal.split(" ");
      expect(ours?.taken?.local).toBe(`${date.replaceAll(":", "-")}T${time}`);
      expect(ours?.taken?.offsetMinutes).toBe(
        theirs.OffsetTimeOriginal === undefined ? undefined : 300,
      );
      expect(place?.latitude.toFixed(4)).toBe(theirs.GPSLatitude?.toFixed(4));
      expect(place?.longitude.toFixed(4)).toBe(theirs.GPSLongitude?.toFixed(4));
    }
  });

  it("says that a place is there and never where", async () => {
    const told = JSON.stringify(await metadataOf(samples["a.jpg"] ?? new Uint8Array(0)));
    expect(told).toContain('"locationPresent":true');
    expect(told).not.toMatch(/51|0\.0015|latitude/i);
  });

  it("joins maker and model to the device", async () => {
    expect((await metadataOf(buildJpeg({ exif })))?.device).toBe("Example Phone 5");
  });

  it("takes the time of saving only when no time of taking is there, and says so", async () => {
    const saved = buildJpeg({ exif: buildExif({ modified: "2026:03:06 08:00:00" }) });
    expect((await metadataOf(saved))?.taken).toEqual({
      local: "2026-03-06T08:00:00",
      written: "when-saved",
    });
    const xmp = '<x xmp:CreateDate="2026-03-05T20:00:00Z"/>';
    const both = buildJpeg({ exif: buildExif({ modified: "2026:03:06 08:00:00" }), xmp });
    expect((await metadataOf(both))?.taken).toEqual({
      local: "2026-03-05T20:00:00",
      offsetMinutes: 0,
      written: "when-taken",
    });
  });

  it("reads the creation text of a PNG before its modification time", async () => {
    const time = pngChunk("tIME", Uint8Array.of(0x07, 0xea, 3, 6, 9, 10, 11));
    const text = pngChunk("tEXt", latin1("Creation Time\u00002026:03:05 21:14:12"));
    expect((await metadataOf(buildPng({ chunks: [time] })))?.taken).toEqual({
      local: "2026-03-06T09:10:11",
      offsetMinutes: 0,
      written: "when-saved",
    });
    expect((await metadataOf(buildPng({ chunks: [time, text] })))?.taken?.local).toBe(
      "2026-03-05T21:14:12",
    );
  });

  it("reads an Exif item that stands in the idat box", async () => {
    expect((await metadataOf(buildHeif({ exif, exifInIdat: true })))?.taken?.offsetMinutes).toBe(
      300,
    );
  });

  it("knows the size of a GIF", async () => {
    expect(await metadataOf(buildGif({ width: 7, height: 9 }))).toEqual({
      mediaType: "image/gif",
      widthInPixels: 7,
      heightInPixels: 9,
      locationPresent: false,
      problems: [],
    });
  });

  it("takes blank and impossible dates for no time", async () => {
    for (const original of ["0000:00:00 00:00:00", "    :  :     :  :  ", "2026:02:30 10:00:00"]) {
      expect(
        (await metadataOf(buildJpeg({ exif: buildExif({ original }) })))?.taken,
      ).toBeUndefined();
    }
  });

  it("says that a file is cut short", async () => {
    for (const bytes of [buildJpeg({ exif }), buildPng({}), buildWebp({ exif })]) {
      const cut = await metadataOf(bytes.slice(0, bytes.length - 40));
      expect(cut?.problems).toContain("truncated");
    }
  });

  it("keeps its head on an EXIF directory with loops, far offsets and huge counts", async () => {
    const hostile = buildExif({ original: "2026:03:05 21:14:12" });
    // The pointer to the second directory leads back to the first, which claims 65,535 entries.
    hostile.set([0xff, 0xff], 8);
    hostile.set([8, 0, 0, 0], 18);
    expect(await metadataOf(buildJpeg({ exif: hostile }))).toBeDefined();
    expect((await metadataOf(buildJpeg({ exif: latin1("not a TIFF") })))?.problems).toEqual([
      "metadata-damaged",
    ]);
  });

  it("never throws on mutated pictures", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.values(samples), buildGif({})),
        fc.array(fc.tuple(fc.nat(600), fc.nat(255)), { maxLength: 12 }),
        fc.nat(700),
        async (sample, changes, cut) => {
          const bytes = sample.slice();
          for (const [at, value] of changes) if (at > 12 && at < bytes.length) bytes[at] = value;
          const source = bytesToSource(cut > 12 ? bytes.slice(0, cut) : bytes);
          expect((await readPictureMetadata(source))?.mediaType).toBeDefined();
          await readPictureLocation(source);
        },
      ),
      { numRuns: runs * 5 },
    );
  });
});
