import { expect, test } from "vitest";

import {
  bagFiles,
  bagNamePattern,
  isPlainBagPath,
  parentFiles,
  tagManifestCovers,
} from "./bag-paths.ts";

test("covers the tag files in bytewise order and nothing that changes after sealing", () => {
  expect([...tagManifestCovers]).toEqual([...tagManifestCovers].sort());
  expect(tagManifestCovers).not.toContain(bagFiles.unsignedMetadata);
  expect(tagManifestCovers).not.toContain(bagFiles.tagManifest);
});

test("knows both forms of a bag's name and no other", () => {
  expect("case-7f3a-2026-11-22-b01").toMatch(bagNamePattern);
  expect("case-7f3a-2026-11-22-d4c19e").not.toMatch(bagNamePattern);
  expect("case-7f3a-2026-11-22-d4c19e0").toMatch(bagNamePattern);
  expect("maya-7f3a-2026-11-22-b01").not.toMatch(bagNamePattern);
});

test.each(["../a", "/a", "a//b", "a b", "a%0a", "a/./b", "é", "a\nb", ".hidden", ""])(
  "refuses the path %j",
  (path) => expect(isPlainBagPath(path)).toBe(false),
);

test("accepts its own paths", () => {
  for (const path of [...Object.values(bagFiles), ...Object.values(parentFiles)]) {
    expect(isPlainBagPath(path)).toBe(true);
  }
});
