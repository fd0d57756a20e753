import { writeSync } from "node:fs";

import { createIntlZoneOffsets } from "@holdfast/evidence";
import { createTestDeps } from "@holdfast/seal/testing";
import { openVault } from "@holdfast/vault";
import { createNodeDriver, loadNodeEngine } from "@holdfast/vault/node";

import { expectOk } from "../../packages/vault/src/drivers/testing/expectations.ts";
import { addItems, messageAt, noon, secret } from "../../packages/vault/src/testing/vault-place.ts";

/**
 * The process that vault-crash.test.ts kills: adds one exhibit after another and says each on standard output when it
 * has been promised. The cache is so small that every open transaction spills to the device.
 */
const [root = "", wasmPath = "", itemsPerAdd = "0", seed = ""] = process.argv.slice(2);
const engine = await loadNodeEngine({ wasmPath });
const deps = {
  ...createTestDeps(seed),
  zones: createIntlZoneOffsets(),
  driver: createNodeDriver({ engine, root, cacheSizeInKib: 256 }),
};
const vault = expectOk(await openVault(deps, { secret }));
for (let nth = 0; ; nth += 1) {
  writeSync(1, `begin ${nth}\n`);
  const items = Array.from({ length: Number(itemsPerAdd) }, (_, at) =>
    messageAt(`${seed} ${nth} says number ${at}`, noon(1) + at * 1_000),
  );
  const exhibit = await addItems(vault, items, { content: `${seed} ${nth} `.repeat(30_000) });
  writeSync(1, `kept ${exhibit.id}\n`);
  if (nth % 3 === 2) expectOk(await vault.indexPending());
}
