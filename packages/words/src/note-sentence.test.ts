import { noteCodeSchema } from "@holdfast/evidence";
import { expect, test } from "vitest";

import { formatCount, groupHex } from "./amounts.ts";
import { noteSentence } from "./note-sentence.ts";

test("has a whole sentence for every note code", () => {
  for (const code of noteCodeSchema.options) {
    const sentence = noteSentence(code);
    expect(sentence).toMatch(/^[A-Z].*\.$/);
    expect(sentence).not.toContain("{");
  }
});

test("puts a detail into its place, or behind the sentence", () => {
  expect(noteSentence("date_order_decided", { detail: "day/month" })).toContain(
    "to be read: day/month.",
  );
  expect(noteSentence("entry_encrypted", { detail: "a.jpg", place: "b.zip" })).toBe(
    "A file in the zip is locked with a password, and was not opened. (“a.jpg”, “b.zip”)",
  );
});

test("says counts and hashes for people", () => {
  expect(formatCount(1, "messages")).toBe("1 message");
  expect(formatCount(12_345, "entries")).toBe("12,345 entries");
  expect(groupHex("7f3a00ff12")).toBe("7f3a 00ff 12");
});

test("does not read places or plurals inside a stranger's text", () => {
  const detail = "{count, plural, other {#}} '{x}' $&";
  expect(noteSentence("entry_encrypted", { detail })).toContain(detail);
  expect(noteSentence("date_order_decided", { detail })).toContain(detail);
});
