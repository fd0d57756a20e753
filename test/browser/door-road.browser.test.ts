import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import {
  askDoor,
  type DoorBrowser,
  listAt,
  makePlace,
  passphrase,
  startDoorBrowser,
  valueAt,
} from "./harness/door-page.ts";

const maya = join(import.meta.dirname, "../../fixtures/maya");
const files = readdirSync(maya, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
  .toSorted();

const stranger = (command: string, args: readonly string[], cwd: string): string =>
  execFileSync(command, args, { cwd, encoding: "utf8", maxBuffer: 256 * 1_048_576 });

describe("Maya's files through the app's door", () => {
  let browser: DoorBrowser;
  let page: Page;
  let place = "";
  const folder = mkdtempSync(join(tmpdir(), "holdfast-door-"));

  beforeAll(async () => {
    browser = await startDoorBrowser();
    page = await browser.newPage();
  });
  afterAll(async () => {
    await browser.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const saveBag = (answer: unknown, name: string): string => {
    const path = join(folder, name);
    writeFileSync(path, Buffer.from(String(valueAt(answer, "base64")), "base64"));
    return path;
  };

  it("are taken in, and the question about pictures is asked once", async () => {
    place = await makePlace(page, { pictures: "unasked" });
    await page.setInputFiles("input", files);
    const kept = await askDoor(page, { kind: "keep-chosen", answer: "all-adult" });
    const events = listAt(kept, "events");
    expect(events.filter((event) => valueAt(event, "kind") === "kept")).toHaveLength(files.length);
    expect(listAt(kept, "asked")).toHaveLength(1);
    const count = await askDoor(page, { kind: "count" });
    expect(valueAt(count, "value", "exhibits")).toBe(files.length);
    const days = await askDoor(page, { kind: "days" });
    const counted = listAt(days, "value", "days").map((day) => Number(valueAt(day, "total")));
    const total = counted.reduce((sum, one) => sum + one, 0);
    expect(total + Number(valueAt(days, "value", "withoutTime"))).toBe(
      valueAt(count, "value", "items"),
    );
  });

  it("are found again, and the bytes in a chat's zip are shown as what they are", async () => {
    const found = await askDoor(page, { kind: "search", text: "friday" });
    expect(listAt(found, "value", "hits").length).toBeGreaterThan(0);
    const shown = listAt(await askDoor(page, { kind: "timeline", limit: 1_000 }));
    const withFile = shown.find(
      (entry) =>
        listAt(entry, "members").length > 0
        && String(valueAt(entry, "members", 0, 0)).endsWith(".jpg"),
    );
    const bytes = await askDoor(page, {
      kind: "bytes",
      exhibit: String(valueAt(withFile, "exhibits", 0)),
      member: listAt(withFile, "members", 0).map(String),
    });
    expect(bytes).toMatchObject({ shownAs: "picture", type: "image/jpeg" });
    const jpeg = Buffer.from(String(valueAt(bytes, "base64")), "base64");
    expect(jpeg.subarray(0, 3).toString("hex")).toBe("ffd8ff");
  });

  it("leave as a bag that unzip and sha256sum find whole", async () => {
    const bag = await askDoor(page, { kind: "give", purpose: "self" });
    expect(bag).toMatchObject({ encrypted: false, leftOut: [] });
    expect(listAt(bag, "exhibits")).toHaveLength(files.length);
    const path = saveBag(bag, "bag.zip");
    stranger("unzip", ["-q", path], folder);
    const unpacked = join(folder, String(valueAt(bag, "bag")));
    const checked = stranger("sha256sum", ["-c", "manifest-sha256.txt"], unpacked);
    expect(checked.split("\n").filter((line) => line !== "" && !line.endsWith(": OK"))).toEqual([]);
    const seal = stranger("sha256sum", ["tagmanifest-sha256.txt"], unpacked).slice(0, 64);
    expect(valueAt(bag, "seal")).toBe(seal);
    expect(await askDoor(page, { kind: "check" })).toMatchObject({
      ok: true,
      value: { verdict: "not-anchored", facts: { seal, faults: 0 } },
    });
  });

  it("leave encrypted for the police: age opens it, and our own check only with the passphrase", async () => {
    const identity = join(folder, "identity.txt");
    stranger("age-keygen", ["-o", identity], folder);
    const recipient = stranger("age-keygen", ["-y", identity], folder).trim();
    const bag = await askDoor(page, { kind: "give", purpose: "police", recipient });
    const locked = saveBag(bag, "locked.zip.age");
    stranger("age", ["-d", "-i", identity, "-o", join(folder, "opened.zip"), locked], folder);
    expect(stranger("unzip", ["-t", "opened.zip"], folder)).toContain("No errors detected");
    await askDoor(page, { kind: "give", purpose: "police", passphrase: "one two three" });
    expect(await askDoor(page, { kind: "check" })).toEqual({
      ok: false,
      error: { code: "bag_needs_secret", lockedBy: "passphrase" },
    });
    expect(await askDoor(page, { kind: "check", passphrase: "one two four" })).toEqual({
      ok: false,
      error: { code: "bag_wrong_secret" },
    });
    expect(await askDoor(page, { kind: "check", passphrase: "one two three" })).toMatchObject({
      ok: true,
      value: { facts: { faults: 0, kind: "disclosure" } },
    });
  });

  it("are in a backup that is tried before it counts, and becomes a place again", async () => {
    expect(await askDoor(page, { kind: "backup", test: passphrase })).toMatchObject({
      damaged: [],
      tried: { ok: true, value: { exhibits: files.length } },
    });
    const [summary] = listAt(await askDoor(page, { kind: "list" }), "value");
    expect(valueAt(summary, "lastBackupAt")).toEqual(expect.any(Number));
    await askDoor(page, { kind: "keep-text", text: "said later", what: "written" });
    await askDoor(page, { kind: "lock" });
    const restored = await askDoor(page, { kind: "restore-made", secret: passphrase });
    expect(restored).toMatchObject({ ok: true, value: { name: "restored" } });
    expect(await askDoor(page, { kind: "count" })).toMatchObject({
      value: { exhibits: files.length },
    });
  });

  it("are gone when the place is wiped, and nothing of it is left", async () => {
    const restored = String(valueAt(await askDoor(page, { kind: "state" }), "place", "id"));
    expect(await askDoor(page, { kind: "wipe", id: restored })).toEqual({ ok: true });
    expect(await askDoor(page, { kind: "wipe", id: place })).toEqual({ ok: true });
    expect(await askDoor(page, { kind: "list" })).toEqual({ ok: true, value: [] });
    expect(await askDoor(page, { kind: "storage-left" })).toMatchObject({
      files: [],
      databases: [],
    });
  });
});
