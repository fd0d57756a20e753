import { findingCodeSchema } from "@holdfast/evidence";
import { expect, test } from "vitest";

import { findingMessages } from "./messages/en/verify.ts";
import { findingGroupOf, findingSentence, verdictSentence } from "./verify.ts";

test("has a sentence for each finding, and every sentence can be said", () => {
  for (const code of findingCodeSchema.options) {
    const names = [...findingMessages[code].matchAll(/\{([a-zA-Z]+)[},]/g)].map(
      ([, name = ""]) => name,
    );
    const sentence = findingSentence(code, Object.fromEntries(names.map((name) => [name, 2])));
    expect(sentence).toMatch(/^[A-Z0-9].*[.):0-9]$/s);
    expect(sentence).not.toMatch(/[{}]/);
  }
});

test("says instants as a day and a time", () => {
  expect(
    verdictSentence("anchored-by-timestamp-root-known", { stampedAt: 1_795_370_640_000 }),
  ).toBe("This bag is unchanged since Sunday 22 November 2026, 18:04 UTC.");
});

test("says one and many", () => {
  expect(findingSentence("custody_not_opened", { count: 1 })).toMatch(
    /^1 entry of the custody log is /,
  );
  expect(findingSentence("custody_not_opened", { count: 3 })).toMatch(
    /^3 entries of the custody log are /,
  );
});

test("groups findings by the part of the bag", () => {
  expect(findingGroupOf("file_changed")).toBe("files");
  expect(findingGroupOf("custody_link_broken")).toBe("custody");
  expect(findingGroupOf("no_anchor")).toBe("anchor");
});

test("puts a name from a bag in as text, braces and all", () => {
  expect(findingSentence("file_renamed", { from: "data/{x}'.txt" })).toContain("data/{x}'.txt");
});
