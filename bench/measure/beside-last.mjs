// @ts-check
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const widths = [58, 14, 14, 34];

/**
 * A table whose rows stand beside those of the last run that was kept: one whose numbers are in docs/benchmarks.md.
 * HOLDFAST_BENCH_KEEP=1 keeps this one.
 *
 * @param {string} file JSON: name of a row → what it said
 */
export const createTableBesideLast = (file) => {
  /** @type {Readonly<Record<string, string>>} */
  const last = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  /** @type {Record<string, string>} */
  const now = {};
  const print = (/** @type {readonly string[]} */ cells) =>
    console.log(
      cells
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join(" ")
        .trimEnd(),
    );
  print(["measured", "now", "last", "target"]);
  return {
    /** @param {string} name @param {string} value @param {string} [target] */
    add: (name, value, target = "") => {
      now[name] = value;
      print([name, value, last[name] ?? "", target]);
    },
    keep: () => {
      if (process.env["HOLDFAST_BENCH_KEEP"] !== "1") return;
      writeFileSync(file, `${JSON.stringify({ ...last, ...now }, undefined, 2)}\n`);
    },
  };
};
