// node bench/engine/run.mjs [rows] [runs]: WebAssembly over node:fs beside the native addon, in turn, medians and ratios.
// The addon is no dependency: install better-sqlite3-multiple-ciphers somewhere and say where,
// HOLDFAST_NATIVE_SQLITE=/somewhere/node_modules/better-sqlite3-multiple-ciphers. Without it only ours is measured.
// HOLDFAST_BENCH_CHROMIUM=1 adds the same steps over OPFS in Chromium.
// HOLDFAST_BENCH_CLOCK=cpu counts processor time instead of the time on the wall.
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";

import { rolldown } from "rolldown";

const root = join(import.meta.dirname, "..", "..");
const [rows = "200000", runs = "3"] = process.argv.slice(2);
const native = process.env.HOLDFAST_NATIVE_SQLITE;
const wasm = createRequire(join(root, "packages/vault/package.json")).resolve(
  "@evolu/sqlite-wasm/sqlite3.wasm",
);

const folder = join(root, ".cache", "bench", "engine");
const bundle = await rolldown({
  input: ["in-node.ts", "in-chromium.ts"].map((name) => join(import.meta.dirname, name)),
  platform: "node",
  external: ["vite", "playwright-core"],
  logLevel: "warn",
});
await bundle.write({ dir: folder, format: "esm", entryFileNames: "[name].mjs" });

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const run = (program, args) =>
  JSON.parse(
    execFileSync(process.execPath, [join(folder, program), ...args], { encoding: "utf8" }),
  );
const measure = (kind, place) => run("in-node.mjs", [kind, rows, place]);
const pageFolder = join(root, "test", "browser", "page");

const ours = [];
const theirs = [];
for (let run = 0; run < Number(runs); run += 1) {
  ours.push(measure("wasm", wasm));
  if (native !== undefined) theirs.push(measure("native", native));
}
console.log(`${rows} rows, median of ${runs}`);
for (const name of Object.keys(ours[0])) {
  const our = median(ours.map((measured) => measured[name]));
  const their = native === undefined ? undefined : median(theirs.map((measured) => measured[name]));
  const beside = their === undefined ? "" : ` | ${their} | ${(our / their).toFixed(2)}`;
  console.log(`| ${name} | ${our}${beside} |`);
}

if (process.env.HOLDFAST_BENCH_CHROMIUM === "1") {
  console.log(`Chromium over OPFS, ${rows} rows, one run`);
  for (const [name, value] of Object.entries(run("in-chromium.mjs", [rows, pageFolder]))) {
    console.log(`| ${name} | ${value} |`);
  }
}
