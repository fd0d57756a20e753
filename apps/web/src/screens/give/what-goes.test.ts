import { type Exhibit, exhibitSchema, toSha256Hex } from "@holdfast/evidence";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { choosable, groupForReview, requestOf, tickedAtFirst, whatItShows } from "./what-goes.ts";

const exhibit = (number: number, part: Partial<Exhibit> = {}): Exhibit =>
  exhibitSchema.parse({
    id: `ev-${100_000 + number}`,
    kind: "file",
    origin: "imported",
    originalName: `folder/${number}.txt`,
    mediaType: "text/plain",
    formatId: "plain-text",
    sizeInBytes: 10,
    sha256: toSha256Hex("ab".repeat(32)),
    addedAt: 0,
    eventTime: { kind: "unknown" },
    withdrawn: false,
    ...part,
  });

const types = fc.constantFrom(
  "text/plain",
  "text/csv",
  "image/png",
  "image/heic",
  "video/mp4",
  "audio/ogg",
  "application/zip",
  "message/rfc822",
  "application/pdf",
  "application/octet-stream",
);
const some = fc
  .array(types, { maxLength: 30 })
  .map((all) => all.map((mediaType, number) => exhibit(number, { mediaType })));

describe("what is ticked at first", () => {
  it("is nothing that is or may hold a picture or a recording, for anybody else", () => {
    fc.assert(
      fc.property(some, fc.constantFrom("police", "lawyer", "workplace"), (all, purpose) => {
        const ticked = new Set(tickedAtFirst(purpose, all));
        for (const one of all) expect(ticked.has(one.id)).toBe(one.mediaType.startsWith("text/"));
      }),
    );
  });

  it("is nothing at all for a platform, and everything for oneself", () => {
    fc.assert(
      fc.property(some, (all) => {
        expect(tickedAtFirst("platform", all)).toEqual([]);
        expect(tickedAtFirst("self", all)).toEqual(all.map(({ id }) => id));
      }),
    );
  });
});

describe("what is ticked for a friend or a platform", () => {
  it("is nothing, whatever there is", () => {
    fc.assert(
      fc.property(some, fc.constantFrom("ally", "platform"), (all, purpose) => {
        expect(tickedAtFirst(purpose, all)).toEqual([]);
      }),
    );
  });
});

describe("what can go", () => {
  it("leaves out what was taken back and what is locked, and says why", () => {
    const all = [
      { exhibit: exhibit(1), locked: false },
      { exhibit: exhibit(2, { withdrawn: true }), locked: false },
      { exhibit: exhibit(3, { mediaType: "image/png" }), locked: true },
    ];
    const { exhibits, staying } = choosable(all);
    expect(exhibits.map(({ originalName }) => originalName)).toEqual(["folder/1.txt"]);
    expect(staying.map(({ why }) => why)).toEqual(["withdrawn", "picture_locked"]);
  });

  it("takes a type that nobody knows for something that may hold pictures", () => {
    expect(whatItShows(exhibit(1, { mediaType: "application/x-unheard" }))).toBe("may-hold");
  });

  it("is all of it only for oneself and with every tick", () => {
    const all = [exhibit(1), exhibit(2)];
    const ids = all.map(({ id }) => id);
    expect(requestOf("self", ids, all)).toBe("all");
    expect(requestOf("self", ids.slice(1), all)).toEqual(ids.slice(1));
    expect(requestOf("police", ids, all)).toEqual(ids);
  });
});

describe("the review", () => {
  const basis = "shown-on-screen";
  const wall = (local: string): Partial<Exhibit> => ({
    eventTime: { kind: "wall", local, precision: "second", basis },
  });
  const all = [
    exhibit(1),
    exhibit(2, wall("2026-09-21T20:15:00")),
    exhibit(3, {
      eventTime: { kind: "instant", at: Date.UTC(2026, 8, 14, 22), precision: "second", basis },
    }),
    exhibit(4, { originalName: "alone.txt", ...wall("2026-09-21T08:00:00") }),
  ];

  it("goes by days in the zone of the case, with what has no day at the end", () => {
    const keys = (zone: string) => groupForReview(all, "day", zone).map(({ key }) => key);
    expect(keys("UTC")).toEqual(["2026-09-14", "2026-09-21", ""]);
    expect(keys("Europe/Berlin")).toEqual(["2026-09-15", "2026-09-21", ""]);
  });

  it("goes by folders", () => {
    const groups = groupForReview(all, "file", "UTC");
    expect(groups.map(({ key, exhibits }) => [key, exhibits.length])).toEqual([
      ["", 1],
      ["folder", 3],
    ]);
  });

  it("shows each thing once, in both orders", () => {
    fc.assert(
      fc.property(some, fc.constantFrom("day", "file"), (given, order) => {
        const shown = groupForReview(given, order, "UTC").flatMap(({ exhibits }) => exhibits);
        expect(new Set(shown)).toEqual(new Set(given));
        expect(shown).toHaveLength(given.length);
      }),
    );
  });
});
