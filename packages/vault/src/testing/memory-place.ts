import { createIntlZoneOffsets } from "@holdfast/evidence";
import { createTestDeps } from "@holdfast/seal/testing";

import type { MemoryDisk } from "../drivers/memory/index.ts";
import { createMemoryDriver } from "../drivers/memory/index.ts";
import { loadNodeEngine } from "../drivers/node/index.ts";
import type { VaultPlace } from "./vault-place.ts";

const zones = createIntlZoneOffsets();
const engine = await loadNodeEngine();

/** A vault's place on a disk in memory. The cache is so small that every transaction spills. */
export const memoryPlace = (disk: MemoryDisk, seed = "seed"): VaultPlace => {
  const deps = createTestDeps(seed);
  return {
    newDeps: () => ({
      ...deps,
      zones,
      driver: createMemoryDriver({ engine, disk, cacheSizeInKib: 256 }),
    }),
  };
};
