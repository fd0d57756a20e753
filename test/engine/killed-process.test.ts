import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

import { rolldown } from "rolldown";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { createNodeDriver, loadNodeEngine } from "@holdfast/vault/node";
import {
  findCrashDamage,
  prepareCrashDatabase,
} from "../../packages/vault/src/drivers/testing/crash-workload.ts";
import {
  createDatabase,
  expectOk,
  openDatabase,
} from "../../packages/vault/src/drivers/testing/expectations.ts";

const rowsPerRound = 300;
const vaults = process.env["SLOW"] === "1" ? 15 : 1;
/** Of one vault, one after the other: each finds what the kill before it left. */
const kills = 8;
const wasmPath = createRequire(
  new URL("../../packages/vault/package.json", import.meta.url),
).resolve("@evolu/sqlite-wasm/sqlite3.wasm");

describe("a process that is killed in the middle of its work", () => {
  const folder = mkdtempSync(join(tmpdir(), "holdfast-kill-"));
  const program = join(folder, "child.mjs");

  beforeAll(async () => {
    const input = join(import.meta.dirname, "crash-child.ts");
    const bundle = await rolldown({ input, platform: "node", logLevel: "warn" });
    await bundle.write({ file: program, format: "esm" });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it(
    "leaves every committed row, no other one, and a lock that does not hold",
    { timeout: 900_000 },
    async () => {
      const engine = await loadNodeEngine();
      for (let vault = 0; vault < vaults; vault += 1) {
        const root = join(folder, `vault-${vault}`);
        const database = await createDatabase(createNodeDriver({ engine, root }));
        prepareCrashDatabase(database, rowsPerRound);
        database.close();

        let rounds = 0;
        let killedWhileOpen = 0;
        for (let kill = 0; kill < kills; kill += 1) {
          const reported = await killDuringWork(program, root, vault * kills + kill);
          const committed = Math.max(rounds, reported);
          const driver = createNodeDriver({ engine, root });
          const lock = expectOk(await driver.lock());
          const opened = await openDatabase(driver);
          expect(findCrashDamage(opened, rowsPerRound, committed)).toEqual([]);
          rounds = Number(opened.prepare("SELECT max(round) AS n FROM entry").get()?.["n"]);
          if (rounds === committed) killedWhileOpen += 1;
          opened.close();
          await lock.release();
        }
        // Else the kills came at the wrong moments, and the test would have shown nothing.
        expect(killedWhileOpen).toBeGreaterThan(1);
        expect(rounds).toBeGreaterThan(1);
        rmSync(root, { recursive: true });
      }
    },
  );
});

/** Kills at one of many points: after a few reports and a while. Returns the last round reported as committed. */
const killDuringWork = async (program: string, root: string, kill: number): Promise<number> => {
  const child = spawn(process.execPath, [program, root, wasmPath, "1000", String(rowsPerRound)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const reportsToWaitFor = 1 + (kill % 4);
  const said = await hearUntil(child, reportsToWaitFor, (kill * 7) % 45);
  const commits = said
    .split("\n")
    .filter((line) => line.includes('"committed"') && line.endsWith("}"))
    .map((line) => Number(/"round":(\d+)/u.exec(line)?.[1]));
  return Math.max(0, ...commits);
};

/** All that the child has said when it is gone, the last words in the pipe too. */
const hearUntil = (child: ChildProcess, reports: number, thenMs: number): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = "";
    let isKilling = false;
    child.stdout?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (isKilling || said.split("\n").length <= reports) return;
      isKilling = true;
      void delay(thenMs).then(() => child.kill("SIGKILL"));
    });
    child.once("error", reject);
    child.once("close", (code, signal) => {
      if (signal === "SIGKILL") resolve(said);
      else reject(new Error(`The child ended by itself: ${String(code)}`));
    });
  });
