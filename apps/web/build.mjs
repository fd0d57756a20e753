// @ts-check
// Builds the app into dist/: what any static host, `holdfast serve` and `npm start` serve.
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { buildContentPack } from "@holdfast/content/build";
import { build } from "vite";

import { rulesFor, verifyPagePath } from "./hosting/headers.mjs";
import { toHeadersFile } from "./hosting/host-files.mjs";

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

const buildApp = async () => {
  const fresh = mkdtempSync(here("dist-"));
  await build({
    configFile: here("vite.config.ts"),
    logLevel: "warn",
    build: { outDir: fresh, emptyOutDir: true },
  });
  buildContentPack(join(fresh, "content"));
  copyIfThere(here(`../verify-page/dist/${verifyPagePath}`), join(fresh, verifyPagePath));
  writeFileSync(join(fresh, "_headers"), toHeadersFile(rulesFor(filesBelow(fresh))));
  // Whole or not at all: who serves dist/ meanwhile finds the old app or the new one.
  const old = here(`dist-old-${process.pid}`);
  if (existsSync(here("dist"))) renameSync(here("dist"), old);
  renameSync(fresh, here("dist"));
  rmSync(old, { recursive: true, force: true });
};

/** What another part of the house builds; tools/build.mjs builds it first. @param {string} from @param {string} to */
const copyIfThere = (from, to) => {
  if (existsSync(from))
    cpSync(from, to, { recursive: true, filter: (path) => !/[/\\]\.[^/\\]*$/.test(path) });
};

/** @param {string} folder @param {string} [prefix] @returns {string[]} paths with "/", sorted */
const filesBelow = (folder, prefix = "") =>
  readdirSync(join(folder, prefix), { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory()
        ? filesBelow(folder, `${prefix}${entry.name}/`)
        : [`${prefix}${entry.name}`],
    )
    .sort();

await buildApp();
