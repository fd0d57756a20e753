import {
  buildExif,
  buildGif,
  buildHeif,
  buildJpeg,
  buildPng,
  buildWebp,
} from "@holdfast/picture/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { collectParsed, utf8 } from "../../testing/collect-parsed.ts";
import { pictureFormat } from "./format.ts";

const runs = process.env["SLOW"] === "1" ? 1_000 : 20;
const parse = (bytes: Uint8Array, name = "a"): ReturnType<typeof collectParsed> =>
  collectParsed(pictureFormat, bytes, { name });
const recognise = (bytes: Uint8Array, name = "a"): ReturnType<typeof pictureFormat.recognise> =>
  pictureFormat.recognise({ name, head: bytes, sizeInBytes: bytes.length });

describe("a picture", () => {
  it("is recognised by its bytes, whatever its name", () => {
    const kinds = [
      [buildJpeg({}), "image/jpeg"],
      [buildPng({}), "image/png"],
      [buildWebp({}), "image/webp"],
      [buildGif({}), "image/gif"],
      [buildHeif({}), "image/heic"],
      [buildHeif({ brand: "avif" }), "image/avif"],
    ] as const;
    for (const [bytes, mediaType] of kinds) {
      expect(recognise(bytes, "notes.txt")).toMatchObject({ confidence: "signature", mediaType });
    }
    expect(recognise(utf8("hello"), "a.jpg").confidence).toBe("none");
  });

  it("has the instant of its EXIF when an offset is stored, else a wall time", async () => {
    const original = "2026:03:05 21:14:12";
    const instant = await parse(
      buildJpeg({ exif: buildExif({ original, offsetOriginal: "+05:00" }) }),
    );
    expect(instant.items[0]?.time).toEqual({
      kind: "instant",
      at: Date.UTC(2026, 2, 5, 16, 14, 12),
      offsetMinutes: 300,
      precision: "second",
      basis: "container-metadata",
    });
    const wall = await parse(buildJpeg({ exif: buildExif({ original }) }));
    expect(wall.items[0]?.time).toEqual({
      kind: "wall",
      local: "2026-03-05T21:14:12",
      precision: "second",
      basis: "container-metadata",
    });
  });

  it("takes the time in its name before the time of saving, and after the time of taking", async () => {
    const name = "Screenshot_20260305-211412.png";
    expect((await parse(buildPng({}), name)).items[0]?.time).toEqual({
      kind: "wall",
      local: "2026-03-05T21:14:12",
      precision: "second",
      basis: "file-metadata",
    });
    const saved = buildPng({ exif: buildExif({ modified: "2026:04:01 00:00:00" }) });
    expect((await parse(saved, name)).items[0]?.time).toMatchObject({
      local: "2026-03-05T21:14:12",
    });
    expect((await parse(saved)).items[0]?.time).toMatchObject({
      local: "2026-04-01T00:00:00",
      basis: "file-metadata",
    });
    const taken = buildPng({ exif: buildExif({ original: "2026:02:02 02:02:02" }) });
    expect((await parse(taken, name)).items[0]?.time).toMatchObject({
      local: "2026-02-02T02:02:02",
    });
  });

  it("tells size and device, and of a place only that it is there", async () => {
    const exif = buildExif({
      make: "Example",
      model: "5",
      location: { latitude: 12.3456, longitude: 65.4321 },
    });
    const { items } = await parse(buildHeif({ exif, width: 4032, height: 3024 }));
    expect(items[0]?.details).toEqual({
      kind: "media",
      mediaType: "image/heic",
      widthInPixels: 4032,
      heightInPixels: 3024,
      device: "Example 5",
      locationPresent: true,
    });
    expect(JSON.stringify(items)).not.toMatch(/12\.3|65\.4/);
  });

  it("is one item over the whole file, and a note when it is cut or its metadata are damaged", async () => {
    const { notes } = await parse(buildPng({}).slice(0, 60));
    expect(notes.map((note) => note.code)).toEqual(["file_truncated"]);
    const damaged = await parse(buildJpeg({ exif: utf8("nothing that a camera wrote") }));
    expect(damaged.notes.map((note) => note.code)).toEqual(["metadata_unreadable"]);
  });

  it("never throws and covers the file, whatever follows its first bytes", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(buildJpeg({}), buildPng({}), buildWebp({}), buildGif({}), buildHeif({})),
        fc.uint8Array({ maxLength: 200 }),
        async (start, rest) => {
          expect((await parse(Buffer.concat([start.subarray(0, 16), rest]))).items).toHaveLength(1);
        },
      ),
      { numRuns: runs * 5 },
    );
  });
});
