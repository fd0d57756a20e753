import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { createDiskContent } from "../drivers/node/disk-content.ts";
import { findHelp, type Help, type HelpQuestion, needs } from "./find-help.ts";
import { type HelplinePlaces, loadHelplines } from "./load-helplines.ts";

const content = createDiskContent(new URL("../../../../content", import.meta.url).pathname);
const today = "2026-11-25";

const placesFor = async (country?: string): Promise<HelplinePlaces> => {
  const loaded = await loadHelplines(content, country);
  if (!loaded.ok) throw new Error(loaded.error.code);
  return loaded.value;
};

const helpIn = async (country: string, question: Partial<HelpQuestion>): Promise<Help> =>
  findHelp(await placesFor(country), {
    need: "self-harm",
    age: "adult",
    ageInPictures: "all-adult",
    today,
    ...question,
  });

const idsOf = (help: Help): readonly string[] => help.lines.map(({ line }) => line.id);
const codesOf = (help: Help): readonly string[] => help.notes.map(({ code }) => code);

const countries = ["US", "GB", "DE", "PK", "IN", "NO", "JP", "BR", "RO", "ZZ"];
const questions = fc.record({
  need: fc.constantFrom(...needs),
  age: fc.constantFrom("adult", "under-18", "unknown"),
  ageInPictures: fc.constantFrom("all-adult", "some-under-18", "unknown"),
  today: fc.constantFrom(today, "2027-11-26", "2031-01-01"),
});

describe("findHelp", () => {
  it("leads with a checked line that can be reached by text", async () => {
    const { lines, emergency, notes } = await helpIn("US", { need: "self-harm" });
    expect(lines[0]).toMatchObject({ line: { id: "us-988" }, trust: "checked", from: "country" });
    expect(lines[0]?.channels[0]?.channel).toMatchObject({ kind: "text" });
    expect(emergency[0]?.number).toMatchObject({ value: { short: "911" }, trust: "checked" });
    expect(notes).toEqual([]);
  });

  it("has lines for those whom a general line may not know, after the general ones", async () => {
    const violence = { need: "domestic-violence" } as const;
    for (const [country, general, theirs] of [
      ["GB", "gb-refuge", ["gb-karma-nirvana", "gb-galop"]],
      ["DE", "de-hilfetelefon", ["de-gewalt-an-maennern"]],
      ["FR", "fr-3919", ["fr-sos-mariage-force"]],
      ["AU", "au-1800respect", ["au-qlife"]],
    ] as const) {
      const ids = idsOf(await helpIn(country, violence));
      expect(ids[0]).toBe(general);
      expect(ids).toEqual(expect.arrayContaining([...theirs]));
    }
  });

  it("puts the emergency number and a directory first where no line was checked", async () => {
    const help = await helpIn("VN", { need: "self-harm" });
    expect(help.emergency[0]?.number.value).toMatchObject({ short: "113" });
    expect(idsOf(help)[0]).toBe("world-find-a-helpline");
    expect(codesOf(help)).toContain("no_line_here");
  });

  it("has the region's emergency number where a country has none of its own", async () => {
    const { emergency } = await helpIn("RO", {});
    expect(emergency).toMatchObject([
      { number: { value: { short: "112" }, trust: "checked" }, from: "region" },
    ]);
  });

  it("says that it knows no emergency number where it knows none", async () => {
    const help = await helpIn("ZZ", { need: "danger-now" });
    expect(help.emergency).toEqual([]);
    expect(codesOf(help)).toEqual(["emergency_unknown", "no_line_here"]);
  });

  it("sends somebody under 18 to a line for children first, and to no line for adults", async () => {
    const help = await helpIn("GB", { need: "image-abuse", age: "under-18" });
    expect(idsOf(help)[0]).toBe("gb-childline");
    expect(idsOf(help)).not.toContain("gb-rp-helpline");
  });

  it("offers the tool that fits how old somebody was in the picture; unknown counts as under 18", async () => {
    const tools = async (ageInPictures: HelpQuestion["ageInPictures"]) =>
      idsOf(await helpIn("GB", { need: "image-abuse", ageInPictures })).filter((id) =>
        /stopncii|take-it-down/.test(id),
      );
    expect(await tools("all-adult")).toEqual(["world-stopncii"]);
    expect(await tools("some-under-18")).toEqual(["world-take-it-down"]);
    expect(await tools("unknown")).toEqual(["world-take-it-down"]);
  });

  it("labels every number that nobody has seen", async () => {
    const { lines } = await helpIn("NO", { need: "self-harm" });
    const unseen = lines
      .flatMap(({ channels }) => channels)
      .filter(({ trust }) => trust !== "checked");
    expect(unseen.length).toBeGreaterThan(0);
    expect(unseen.every(({ trust }) => trust === "not-checked")).toBe(true);
  });

  it("shows what was seen as old, a year and a day later", async () => {
    const help = await helpIn("US", { today: "2027-11-27" });
    expect(help.lines.some(({ trust }) => trust === "checked")).toBe(false);
    expect(codesOf(help)).toContain("something_old");
  });

  it("puts nothing that was not checked before what was, and invents nothing", async () => {
    const all = await Promise.all(countries.map((country) => placesFor(country)));
    const order = ["checked", "old", "exists-only", "not-checked"];
    fc.assert(
      fc.property(fc.constantFrom(...all), questions, (places, question) => {
        const help = findHelp(places, question);
        const known = [places.country, places.region, places.world].flatMap((p) => p?.lines ?? []);
        for (const { line, channels } of help.lines) {
          expect(known).toContain(line);
          expect(new Set(channels.map(({ channel }) => channel))).toEqual(new Set(line.channels));
        }
        const withoutDirectory = help.lines.filter(({ line }) => !line.kinds.includes("directory"));
        const ranks = withoutDirectory.map(({ trust }) => order.indexOf(trust));
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
        const ownNumbers = places.country?.emergency ?? [];
        expect(help.emergency.length).toBeGreaterThanOrEqual(ownNumbers.length);
        expect(help.lines.some(({ line }) => line.kinds.includes("directory"))).toBe(true);
      }),
    );
  });

  it("gives the same order whatever order the file has", async () => {
    const places = await placesFor("CA");
    fc.assert(
      fc.property(questions, fc.infiniteStream(fc.integer()), (question, keys) => {
        const shuffled = places.world.lines
          .map((line) => ({ line, key: keys.next().value }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ line }) => line);
        expect(
          findHelp({ ...places, world: { ...places.world, lines: shuffled } }, question),
        ).toEqual(findHelp(places, question));
      }),
    );
  });

  it("sends nobody under 18 to a line that is for adults only, in any country", async () => {
    const all = await Promise.all(countries.map((country) => placesFor(country)));
    fc.assert(
      fc.property(fc.constantFrom(...all), questions, (places, question) => {
        const { lines } = findHelp(places, { ...question, age: "under-18" });
        for (const { line } of lines) {
          expect(line.ages?.value.min ?? 0).toBeLessThan(18);
          expect(line.agesInPictures?.value.min ?? 0).toBeLessThan(18);
        }
      }),
    );
  });
});
