// @ts-check
// The last step of a build: what the service worker and the host must know of the files that lie there.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { rolldown } from "rolldown";

import { rulesFor } from "./headers.mjs";
import { toHeadersFile } from "./host-files.mjs";

const serviceWorker = fileURLToPath(
  new URL("../src/service-worker/worker/main.ts", import.meta.url),
);

/** Writes sw.js, with the list of all files and their hashes in it, and `_headers`. @param {string} folder */
export const finishDist = async (folder) => {
  for (const name of ["sw.js", "_headers"]) rmSync(join(folder, name), { force: true });
  await bundleServiceWorker(listVersion(folder), join(folder, "sw.js"));
  writeFileSync(join(folder, "_headers"), toHeadersFile(rulesFor(filesBelow(folder))));
};

/** Everything that lies there, each with its hash: one list, the same for everybody. @param {string} folder */
const listVersion = (folder) => {
  const files = filesBelow(folder).map((file) => ({
    // The page itself goes by the folder's address: many hosts redirect from the longer one.
    path: file === "index.html" ? "" : file,
    sha256: sha256(readFileSync(join(folder, file))),
  }));
  return { id: sha256(JSON.stringify(files)).slice(0, 16), files };
};

/** @param {string | Uint8Array} bytes */
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** One file without imports, so that it can be started, and checked for news, as a whole. @param {unknown} version @param {string} out */
const bundleServiceWorker = async (version, out) => {
  const bundle = await rolldown({
    input: serviceWorker,
    platform: "browser",
    logLevel: "warn",
    transform: { target: "es2022", define: { BUILT_VERSION: JSON.stringify(version) } },
  });
  await bundle.write({ file: out, format: "iife", minify: true, comments: false });
  await bundle.close();
};

/** Without what begins with a dot, which hosts do not serve. @param {string} folder @param {string} [prefix] @returns {string[]} paths with "/", sorted */
const filesBelow = (folder, prefix = "") =>
  readdirSync(join(folder, prefix), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith("."))
    .flatMap((entry) =>
      entry.isDirectory()
        ? filesBelow(folder, `${prefix}${entry.name}/`)
        : [`${prefix}${entry.name}`],
    )
    .sort();
