import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

import { err } from "@holdfast/evidence";

import { makeIn } from "./open-vault.ts";

const newPlace = (): string => join(mkdtempSync(join(tmpdir(), "make-in-")), "case");

const beginCase = (path: string): void => {
  mkdirSync(join(path, "blobs", "ab"), { recursive: true });
  writeFileSync(join(path, "case.db"), "begun");
};

test("a case that could not be made leaves no folder", async () => {
  const path = newPlace();
  await makeIn(path, () => {
    beginCase(path);
    return Promise.resolve(err({ code: "disk_full" }));
  });
  expect(existsSync(path)).toBe(false);
});

test("a file that somebody put beside it meanwhile stays", async () => {
  const path = newPlace();
  await makeIn(path, () => {
    beginCase(path);
    writeFileSync(join(path, "photo.jpg"), "mine");
    return Promise.resolve(err({ code: "backup_damaged" }));
  });
  expect(readdirSync(path)).toEqual(["photo.jpg"]);
});

test.each(["vault_exists", "vault_in_use"])(
  "a case that another program made there meanwhile stays (%s)",
  async (code) => {
    const path = newPlace();
    await makeIn(path, () => {
      beginCase(path);
      return Promise.resolve(err({ code }));
    });
    expect(readdirSync(path)).toEqual(["blobs", "case.db"]);
  },
);
