import { describe, expect, it } from "vitest";

import { loadNodeEngine } from "../node/load-node-engine.ts";
import { driverAcceptance } from "../testing/driver-acceptance.ts";
import { createMemoryDisk, createMemoryDriver } from "./index.ts";

describe("the memory driver", async () => {
  const engine = await loadNodeEngine();
  it.each(driverAcceptance)("$name", async ({ run }) => {
    const disk = createMemoryDisk();
    const newDriver = () => createMemoryDriver({ engine, disk });
    await expect(run({ newDriver })).resolves.toBeUndefined();
  });
});
