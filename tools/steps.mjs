// @ts-check
// What `npm run check` and `npm test` are made of, and the one line that they end with.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** @typedef {{ passed: number, failed: number }} Tally */
/** @typedef {{ name: string, command: readonly string[] }} Step */

/** Each counts as one test. @type {readonly Step[]} */
export const staticSteps = [
  {
    name: "format",
    command: [
      "prettier",
      "--check",
      "--cache",
      "--cache-strategy=content",
      "--log-level=warn",
      ".",
    ],
  },
  { name: "lint", command: ["oxlint", "--type-aware", "--deny-warnings"] },
  { name: "types", command: ["node", "tools/typecheck.mjs"] },
  { name: "layers", command: ["node", "tools/check-layers.mjs"] },
  { name: "content", command: ["node", "tools/check-content.mjs"] },
  { name: "reading age", command: ["node", "tools/check-reading-age.mjs"] },
  { name: "unused code", command: ["knip"] },
  {
    // What ships, seen without its tests; exports are not asked: a test may be their only other user.
    name: "unused in what ships",
    command: ["knip", "--strict", "--include", "files,dependencies,unlisted,unresolved"],
  },
];

/** @param {Step} step @returns {Tally} */
export const runStep = ({ name, command: [program = "", ...args] }) => {
  const started = performance.now();
  const { status, stdout, stderr, error } = spawnSync(
    program === "node" ? process.execPath : join(root, "node_modules/.bin", program),
    args,
    { cwd: root, encoding: "utf8", maxBuffer: 256 << 20, stdio: ["ignore", "pipe", "pipe"] },
  );
  const failed = error !== undefined || status !== 0;
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  if (failed) console.log(`${stdout ?? ""}${stderr ?? ""}${error?.message ?? ""}`.trimEnd());
  console.log(`${failed ? "failed" : "passed"}  ${name} (${seconds} s)`);
  return failed ? { passed: 0, failed: 1 } : { passed: 1, failed: 0 };
};

/**
 * Runs Vitest and counts its tests. A run that broke without a failed test counts as one; so does a skipped test:
 * a test that does not run says nothing.
 *
 * @param {string} name @param {readonly string[]} args @returns {Tally}
 */
export const runVitest = (name, args) => {
  const folder = mkdtempSync(join(tmpdir(), "holdfast-tests-"));
  const reportPath = join(folder, "report.json");
  console.log(`\n${name}`);
  const { status } = spawnSync(
    process.execPath,
    [
      join(root, "node_modules/vitest/vitest.mjs"),
      "run",
      ...args,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${reportPath}`,
    ],
    { cwd: root, stdio: ["ignore", "inherit", "inherit"] },
  );
  const tally = tallyReport(readReport(reportPath), status === 0);
  rmSync(folder, { recursive: true, force: true });
  return tally;
};

/** @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number }} Report */

/** @param {string} path @returns {Report | undefined} */
const readReport = (path) => {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    console.log(`Vitest left no report: ${String(error)}`);
    return undefined;
  }
};

/** @param {Report | undefined} report @param {boolean} ranWell @returns {Tally} */
export const tallyReport = (report, ranWell) => {
  if (report === undefined) return { passed: 0, failed: 1 };
  const failed = report.numFailedTests + report.numPendingTests + report.numTodoTests;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && !ranWell ? 1 : failed,
  };
};

/** @param {readonly Tally[]} tallies @returns {Tally} */
export const sumTallies = (tallies) => ({
  passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
  failed: tallies.reduce((sum, { failed }) => sum + failed, 0),
});

/** Prints the one line that others read, last, and ends the process. @param {readonly Tally[]} tallies @returns {never} */
export const finish = (tallies) => {
  const { passed, failed } = sumTallies(tallies);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
};
