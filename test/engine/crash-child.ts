import { writeSync } from "node:fs";

import { createNodeDriver, loadNodeEngine } from "@holdfast/vault/node";
import {
  crashCacheSizeInKib,
  runCrashWorkload,
} from "../../packages/vault/src/drivers/testing/crash-workload.ts";
import { openDatabase } from "../../packages/vault/src/drivers/testing/expectations.ts";

/** The process that killed-process.test.ts kills: works until then, and says each step on standard output. */
const [root = "", wasmPath = "", rounds = "0", rowsPerRound = "0"] = process.argv.slice(2);
const engine = await loadNodeEngine({ wasmPath });
const driver = createNodeDriver({ engine, root, cacheSizeInKib: crashCacheSizeInKib });
const locked = await driver.lock();
if (!locked.ok) throw new Error(`The vault is locked: ${locked.error.code}`);
const database = await openDatabase(driver);
runCrashWorkload(
  database,
  { rounds: Number(rounds), rowsPerRound: Number(rowsPerRound) },
  // Written before it returns: what the pipe holds survives this process.
  (report) => writeSync(1, `${JSON.stringify(report)}\n`),
);
database.close();
await locked.value.release();
