import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

import { err, ok } from "@holdfast/evidence";
import type { VaultDeps } from "@holdfast/vault";

import { makeIn } from "./make-in.ts";

const newPlace = (): string => join(mkdtempSync(join(tmpdir(), "make-in-")), "case");

const beginCase = (path: string): void => {
  mkdirSync(join(path, "blobs", "ab"), { recursive: true });
  writeFileSync(join(path, "case.db"), "begun");
};

type Lock = VaultDeps["driver"]["lock"];
const free: Lock = () => Promise.resolve(ok({ release: () => Promise.resolve() }));
const held: Lock = () => Promise.resolve(err({ code: "in_use", path: "lock" }));

const makingWith = (lock: Lock) => {
  const said: string[] = [];
  return {
    said,
    deps: { driver: { lock } },
    terminal: { say: (text: string): void => void said.push(text) },
  };
};
const making = makingWith(free);

test("a case that could not be made leaves no folder", async () => {
  const path = newPlace();
  await makeIn(making, path, () => {
    beginCase(path);
    return Promise.resolve(err({ code: "disk_full" }));
  });
  expect(existsSync(path)).toBe(false);
});

test("a file that somebody put beside it meanwhile stays", async () => {
  const path = newPlace();
  await makeIn(making, path, () => {
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
    await makeIn(making, path, () => {
      beginCase(path);
      return Promise.resolve(err({ code }));
    });
    expect(readdirSync(path)).toEqual(["blobs", "case.db"]);
  },
);

/** What a making leaves that was killed: its promise never ends. */
const killedMaking = (path: string): Promise<void> =>
  new Promise((resolve) => {
    void makeIn(making, path, () => {
      beginCase(path);
      resolve();
      return new Promise<ReturnType<typeof ok>>(() => undefined);
    });
  });
const namesSeenBy = async (
  with_: ReturnType<typeof makingWith>,
  path: string,
): Promise<readonly string[]> => {
  let seen: readonly string[] = [];
  await makeIn(with_, path, () => {
    seen = readdirSync(path);
    return Promise.resolve(ok(undefined));
  });
  return seen;
};

describe("what a killed making has left", () => {
  test("is cleared away by the next one, in words, and nothing else is", async () => {
    const path = newPlace();
    await killedMaking(path);
    writeFileSync(join(path, "photo.jpg"), "mine");
    const next = makingWith(free);
    expect(await namesSeenBy(next, path)).toEqual(["photo.jpg", "unfinished"]);
    expect(next.said).toHaveLength(1);
    expect(readdirSync(path)).toEqual(["photo.jpg"]);
  });

  test("is left alone while another program is at work there", async () => {
    const path = newPlace();
    await killedMaking(path);
    const next = makingWith(held);
    expect(await namesSeenBy(next, path)).toEqual(["blobs", "case.db", "unfinished"]);
    expect(next.said).toEqual([]);
  });

  test("is no longer unfinished once it has a header", async () => {
    const path = newPlace();
    await killedMaking(path);
    writeFileSync(join(path, "header"), "whole");
    const next = makingWith(free);
    expect(await namesSeenBy(next, path)).toEqual(["blobs", "case.db", "header", "unfinished"]);
    expect(next.said).toEqual([]);
  });

  test("is not what looks like it without the mark", async () => {
    const path = newPlace();
    beginCase(path);
    const next = makingWith(free);
    expect(await namesSeenBy(next, path)).toEqual(["blobs", "case.db"]);
    expect(readdirSync(path)).toEqual(["blobs", "case.db"]);
  });
});
