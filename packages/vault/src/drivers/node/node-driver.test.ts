import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { describe, expect, it, onTestFinished } from "vitest";

import { driverAcceptance } from "../testing/driver-acceptance.ts";
import { createNodeDriver, loadNodeEngine } from "./index.ts";

describe("the Node driver", async () => {
  const engine = await loadNodeEngine();
  it.each(driverAcceptance)("$name", async ({ run }) => {
    const root = mkdtempSync(join(tmpdir(), "holdfast-driver-"));
    onTestFinished(() => rmSync(root, { recursive: true }));
    const newDriver = () => createNodeDriver({ engine, root });
    await expect(run({ newDriver })).resolves.toBeUndefined();
  });
});
