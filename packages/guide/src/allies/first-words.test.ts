import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import { asksFor, firstWordsSchema, listeners, writeFirstWords } from "./first-words.ts";

const file = new URL("../../../../content/messages/first-words.json", import.meta.url);
const words = firstWordsSchema.parse(JSON.parse(readFileSync(file, "utf8")));

describe("writeFirstWords", () => {
  it("says what the person wants told, and asks only what they ticked", () => {
    const draft = writeFirstWords(words, { to: "friend", tell: "threat", asks: ["sit-with-me"] });
    expect(draft).toContain("Someone is threatening me.\n\nPlease sit with me");
    expect(draft).not.toMatch(/picture|police/);
  });

  it("tells nothing when only company is wanted", () => {
    const draft = writeFirstWords(words, {
      to: "sibling",
      tell: "company",
      asks: ["do-not-look", "do-not-answer", "come-to-police"],
    });
    expect(draft).toContain("be with me tonight");
    expect(draft).not.toMatch(/picture|threat|police|answer/);
  });

  it("says no word of pictures at work", () => {
    const asks = ["do-not-look", "tell-nobody"] as const;
    const draft = writeFirstWords(words, { to: "manager", tell: "pictures", asks });
    expect(draft).not.toContain("picture");
    expect(draft).toContain("Please don’t tell anyone");
  });

  it("has one opening for everyone who may be written to", () => {
    const kinds = firstWordsSchema.shape.openings.unwrap().element.shape.to.options;
    expect(words.openings.map(({ to }) => to)).toEqual(kinds);
  });
});

describe("every sentence of the first words", () => {
  it("can be sent as it stands, with no gap to be filled in", () => {
    for (const to of listeners) {
      const asks = asksFor({ to, tell: "pictures" });
      expect(writeFirstWords(words, { to, tell: "pictures", asks })).not.toMatch(/[{}[\]_]/u);
    }
  });
});

describe("asksFor", () => {
  it("offers nothing that would tell what is not to be told", () => {
    for (const to of listeners) {
      expect(asksFor({ to, tell: "company" })).not.toContain("come-to-police");
      expect(asksFor({ to, tell: "threat" })).not.toContain("do-not-look");
    }
    expect(asksFor({ to: "manager", tell: "pictures" })).not.toContain("do-not-look");
    expect(asksFor({ to: "friend", tell: "pictures" })).toContain("do-not-look");
  });
});

describe("the warning to those who may be written to", () => {
  it("names no picture, and asks not to answer", () => {
    expect(words.warn.value).not.toMatch(/picture|photo|video|nude/iu);
    expect(words.warn.value).toMatch(/answer|reply/u);
  });
});
