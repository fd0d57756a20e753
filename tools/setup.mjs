// @ts-check
// Makes node_modules fit package-lock.json. Node's own modules only: this runs before anything is installed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const lockPath = `${root}package-lock.json`;
const stampPath = `${root}node_modules/.holdfast-setup`;
const installedPath = `${root}node_modules/.package-lock.json`;

/** @typedef {{ version?: string, resolved?: string, integrity?: string, optional?: boolean, link?: boolean }} Locked */
/** @typedef {{ packages: Record<string, Locked> }} Lockfile */

export const minimumNode = /** @type {const} */ ([20, 19]);

/** @param {string} version for example "20.19.0" */
export const isNodeNewEnough = (version) => {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > minimumNode[0] || (major === minimumNode[0] && minor >= minimumNode[1]);
};

/**
 * True when each package that the lockfile wants is installed in that version. npm writes what it installed into
 * node_modules/.package-lock.json at the very end, so a cut-off installation never passes.
 *
 * @param {Lockfile} wanted
 * @param {Lockfile} installed
 */
export const isInstalled = (wanted, installed) =>
  Object.entries(wanted.packages).every(([path, entry]) => {
    if (!path.includes("node_modules/")) return true;
    const have = installed.packages[path];
    if (have === undefined) return entry.optional === true;
    return (
      have.version === entry.version
      && have.integrity === entry.integrity
      && have.link === entry.link
    );
  });

/** @param {string} path @returns {Lockfile} */
const readLockfile = (path) => JSON.parse(readFileSync(path, "utf8"));

/** Installs when needed. Ends the process with a plain sentence when it cannot. */
export const setUp = () => {
  if (!isNodeNewEnough(process.versions.node)) {
    console.error(
      `Holdfast needs Node ${minimumNode.join(".")} or newer; this is Node ${process.versions.node}.\n`
        + "Install a newer Node from https://nodejs.org or with your system's package manager, then run this again.",
    );
    process.exit(1);
  }
  const stamp = `${createHash("sha256").update(readFileSync(lockPath)).digest("hex")} ${process.platform} ${process.arch}\n`;
  if (existsSync(stampPath) && readFileSync(stampPath, "utf8") === stamp) return;
  if (!fitsLockfile()) install();
  writeFileSync(stampPath, stamp);
};

/**
 * Not `npm ci`: it refuses a lockfile that lacks the builds for other systems, and npm leaves those out when a registry
 * does not carry them. `--no-save` installs what the lockfile says, checks its hashes, and never rewrites it; what was
 * installed is compared once more afterwards.
 */
const install = () => {
  console.log("Installing what Holdfast is built with (once, about a minute) …");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const { status, error } = spawnSync(
    npm,
    ["install", "--no-save", "--no-fund", "--no-audit", "--loglevel=error", "--no-progress"],
    { cwd: root, stdio: ["ignore", "inherit", "inherit"], shell: process.platform === "win32" },
  );
  if (error === undefined && status === 0 && fitsLockfile()) return;
  const why =
    error !== undefined
      ? ` (${error.message})`
      : status === 0
        ? ", or installed something else than package-lock.json says"
        : "";
  console.error(
    `npm install did not finish${why}. What it said stands above.\n`
      + "Check that this computer is online, then run the same command again. Nothing else was changed.",
  );
  process.exit(1);
};

const fitsLockfile = () =>
  existsSync(installedPath) && isInstalled(readLockfile(lockPath), readLockfile(installedPath));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  setUp();
  console.log("Set up: node_modules fits package-lock.json.");
}
