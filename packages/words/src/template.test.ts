import { expect, test } from "vitest";

import { fill } from "./template.ts";

test("puts text and numbers into their places", () => {
  expect(fill("{name} has {count} pages", { name: "a.pdf", count: 12_345 })).toBe(
    "a.pdf has 12,345 pages",
  );
});

test("chooses the plural form by the count", () => {
  const template = { one: "{count} file", other: "{count} files" };
  expect(fill(template, { count: 1 })).toBe("1 file");
  expect(fill(template, { count: 0 })).toBe("0 files");
});

test("does not read places inside a parameter", () => {
  expect(fill("«{name}»", { name: "{count} $& $1" })).toBe("«{count} $& $1»");
});

test("refuses a sentence whose parameter is missing", () => {
  expect(() => fill("{name}")).toThrow("name");
});
