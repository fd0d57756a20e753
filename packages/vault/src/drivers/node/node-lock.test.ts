import { spawn, spawnSync } from "node:child_process";
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { describe, expect, it, onTestFinished } from "vitest";

import { expectCode, expectOk } from "../testing/expectations.ts";
import { takeNodeLock } from "./node-lock.ts";

describe("the lock of a vault in a folder", () => {
  it("is taken over from a process that is gone", async () => {
    const { root, path } = newFolder();
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    writeFileSync(path, ownerJson({ pid }));
    const lock = expectOk(takeNodeLock(root));
    await lock.release();
    expect(readdirSync(root)).toEqual([]);
  });

  it("is taken over when the number of its process has been given to another one", async () => {
    const { root, path } = newFolder();
    writeFileSync(path, ownerJson({ pid: process.pid, startedAt: "1" }));
    await expectOk(takeNodeLock(root)).release();
    expect(readdirSync(root)).toEqual([]);
  });

  it("is taken over after the computer was started again", async () => {
    const { root, path } = newFolder();
    writeFileSync(path, ownerJson({ pid: process.pid, system: "another-boot pid:[1]" }));
    await expectOk(takeNodeLock(root)).release();
    expect(readdirSync(root)).toEqual([]);
  });

  it("holds against a running process, whoever it belongs to", () => {
    const { root, path } = newFolder();
    const child = spawn("sleep", ["60"]);
    onTestFinished(() => void child.kill());
    writeFileSync(path, ownerJson({ pid: child.pid ?? 0 }));
    expectCode(takeNodeLock(root), "in_use");
    writeFileSync(path, ownerJson({ pid: 1 }));
    expectCode(takeNodeLock(root), "in_use");
    expect(readdirSync(root)).toEqual(["lock"]);
  });

  it("holds while it is being written, and is taken over when that was cut short", async () => {
    const { root, path } = newFolder();
    writeFileSync(path, '{"pid":');
    expectCode(takeNodeLock(root), "in_use");
    const aMinuteAgo = Date.now() / 1000 - 60;
    utimesSync(path, aMinuteAgo, aMinuteAgo);
    const lock = expectOk(takeNodeLock(root));
    expect(statSync(path).mode & 0o777).toBe(0o600);
    await lock.release();
    expect(readdirSync(root)).toEqual([]);
  });

  it("is not released by a holder that has lost it", async () => {
    const { root, path } = newFolder();
    const lost = expectOk(takeNodeLock(root));
    writeFileSync(path, ownerJson({ pid: 1 }));
    await lost.release();
    expect(readdirSync(root)).toEqual(["lock"]);
  });
});

const newFolder = (): { readonly root: string; readonly path: string } => {
  const root = mkdtempSync(join(tmpdir(), "holdfast-lock-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return { root, path: join(root, "lock") };
};

const ownerJson = (owner: {
  readonly pid: number;
  readonly startedAt?: string;
  readonly system?: string;
}): string => {
  const self = describeOwnLock();
  const { startedAt: _, ...system } = self;
  return JSON.stringify({ ...system, token: "somebody-else", ...owner });
};

/** What the lock of this process says, so that only the named fields differ. */
const describeOwnLock = (): Readonly<Record<string, unknown>> => {
  const { root, path } = newFolder();
  expectOk(takeNodeLock(root));
  return JSON.parse(readFileSync(path, "utf8"));
};
