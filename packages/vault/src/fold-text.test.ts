import fc from "fast-check";
import { expect, it } from "vitest";

import { foldText, wordsOf } from "./fold-text.ts";

const runs = { numRuns: process.env["SLOW"] === undefined ? 200 : 5_000 };

it.each([
  ["CAFÉ", "café"],
  ["Straße", "STRASSE"],
  ["İstanbul", "istanbul"],
  ["ılık", "ilik"],
  ["Σίσυφος", "σισυφοσ"],
  ["ﬁne", "fine"],
  ["ｗｉｄｅ", "wide"],
  ["كتاب", "کتاب"],
  ["علي", "علی"],
  ["أإآٱ", "اااا"],
  ["تمہاری", "تمهاری"],
  ["مدرسة", "مدرسه"],
  ["مـــرحبا", "مَرْحَبًا"],
  ["क़लम", "कलम"],
  ["ज़रूर", "ज\u093cरूर"],
  ["۵۰۰", "٥٠٠"],
  ["५००", "500"],
  ["co\u00adop\u200b", "coop"],
  ["שָׁלוֹם", "שלום"],
])("folds %s and %s to the same", (one, other) => {
  expect(foldText(one)).toBe(foldText(other));
});

it("keeps words apart that differ in more than dress", () => {
  const words = ["कि", "की", "照片", "照相", "が", "か", "ส่ง", "สง", "tide", "tides"];
  expect(new Set(words.map(foldText)).size).toBe(words.length);
});

it("changes nothing the second time", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(foldText(foldText(text))).toBe(foldText(text));
    }),
    runs,
  );
});

it("takes every character of a script without spaces as a word, and runs of letters and digits elsewhere", () => {
  expect(wordsOf("ok2 我们 go去! รูป")).toEqual(["ok2", "我", "们", "go", "去", "ร", "ู", "ป"]);
  expect(wordsOf("don't stop")).toEqual(["don", "t", "stop"]);
  expect(wordsOf("भेज दूँगा")).toEqual(["भेज", "दूँगा"]);
});
