import { mkdtempSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { Secret } from "@holdfast/evidence";

import { createNodeDriver, loadNodeEngine } from "@holdfast/vault/node";
import { type Measured, measureEngine, type MeasuredDatabase } from "./steps.ts";

/**
 * One measurement, printed as JSON: `in-node.mjs wasm <rows> <wasm file>`, or `in-node.mjs native <rows> <folder>`, the
 * folder being an installed better-sqlite3-multiple-ciphers. Each in a process of its own, for the memory's sake.
 */
const [kind = "", rowsText = "", place = ""] = process.argv.slice(2);
/** On a machine that others use too, the processor time of this process says more than the clock on the wall. */
const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const now = process.env["HOLDFAST_BENCH_CLOCK"] === "cpu" ? cpuMs : () => performance.now();
const root = mkdtempSync(join(process.env["HOLDFAST_BENCH_FOLDER"] ?? tmpdir(), "holdfast-bench-"));

const measureWasm = async (): Promise<Measured> => {
  const engine = await loadNodeEngine({ wasmPath: place });
  const driver = createNodeDriver({ engine, root });
  const key = new Secret(new Uint8Array(32).fill(3));
  return measureEngine(
    async (create) => {
      const opened = await driver.openDatabase({ key, create });
      if (!opened.ok) throw new Error(opened.error.code);
      return opened.value;
    },
    Number(rowsText),
    now,
  );
};

/** What we use of better-sqlite3: it has no place in our dependencies, so its types are not here either. */
interface NativeDatabase extends Omit<MeasuredDatabase, "transaction"> {
  readonly transaction: (body: () => void) => () => void;
}

const measureNative = (): Promise<Measured> => {
  const load = createRequire(join(place, "package.json"));
  const Database: new (path: string) => NativeDatabase = load(place);
  const open = (create: boolean): MeasuredDatabase => {
    const database = new Database(join(root, "case.db"));
    database.exec(`PRAGMA cipher = 'chacha20'; PRAGMA key = 'raw:${"03".repeat(32)}'`);
    if (create) database.exec("PRAGMA page_size = 8192");
    database.exec(`
      PRAGMA locking_mode = exclusive; PRAGMA journal_mode = wal; PRAGMA synchronous = full;
      PRAGMA temp_store = memory; PRAGMA secure_delete = on; PRAGMA cache_size = -32768;
      PRAGMA foreign_keys = on; PRAGMA wal_autocheckpoint = 2048;
    `);
    return {
      exec: (sql) => database.exec(sql),
      prepare: (sql) => database.prepare(sql),
      transaction: (body) => database.transaction(body)(),
      close: () => database.close(),
    };
  };
  return measureEngine((create) => Promise.resolve(open(create)), Number(rowsText), now);
};

const measured = await (kind === "native" ? measureNative() : measureWasm());
const sizeInBytes = statSync(join(root, "case.db")).size;
rmSync(root, { recursive: true });
console.log(
  JSON.stringify({
    ...measured,
    "file, MB": Math.round(sizeInBytes / 1e6),
    "peak memory, MB": Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);
