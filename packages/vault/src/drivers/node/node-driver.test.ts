import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { describe, expect, it, onTestFinished } from "vitest";

import { driverAcceptance } from "../testing/driver-acceptance.ts";
import { createDatabase, expectOk } from "../testing/expectations.ts";
import { createNodeDriver, loadNodeEngine } from "./index.ts";

describe("the Node driver", async () => {
  const engine = await loadNodeEngine();
  it.each(driverAcceptance)("$name", async ({ run }) => {
    const root = mkdtempSync(join(tmpdir(), "holdfast-driver-"));
    onTestFinished(() => rmSync(root, { recursive: true }));
    const newDriver = () => createNodeDriver({ engine, root });
    await expect(run({ newDriver })).resolves.toBeUndefined();
  });

  it("keeps everything to the person's own account", async () => {
    const root = join(mkdtempSync(join(tmpdir(), "holdfast-driver-")), "vault");
    onTestFinished(() => rmSync(join(root, ".."), { recursive: true }));
    const driver = createNodeDriver({ engine, root });
    const lock = expectOk(await driver.lock());
    const database = await createDatabase(driver);
    expectOk(await driver.files.replace("header", Uint8Array.of(1)));
    await expectOk(await driver.files.create("blobs/ab/ab01")).close();
    const modes = ["", ...readdirSync(root, { recursive: true, encoding: "utf8" })].map((path) => {
      const stat = statSync(join(root, path));
      return [stat.isDirectory(), stat.mode & 0o777] as const;
    });
    database.close();
    await lock.release();
    expect(modes.length).toBeGreaterThan(6);
    for (const [isFolder, mode] of modes) expect(mode).toBe(isFolder ? 0o700 : 0o600);
  });
});
