// @ts-check
// Builds the app into dist/: what any static host, `holdfast serve` and `npm start` serve.
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
} from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

import { buildContentPack } from "@holdfast/content/build";
import { build } from "vite";

import { finishDist } from "./hosting/finish-dist.mjs";
import { verifyPagePath } from "./hosting/headers.mjs";

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

const buildApp = async () => {
  const fresh = mkdtempSync(here("dist-"));
  // A host serves it as another user than the one who built it.
  chmodSync(fresh, 0o755);
  // Whoever builds, a test runner too, gets what people get: React has another half for development.
  process.env["NODE_ENV"] = "production";
  await build({
    configFile: here("vite.config.ts"),
    logLevel: "warn",
    build: { outDir: fresh, emptyOutDir: true },
  });
  buildContentPack(join(fresh, "content"), ["helplines", "messages", "platforms", "professionals"]);
  // Many times as large, and asked for when somebody lets the guide look at their threat: again the same for everyone.
  buildContentPack(join(fresh, "content/guide"), [
    "drafts",
    "indicators",
    "replies",
    "tasks",
    "words",
  ]);
  buildExamples(join(fresh, "examples"));
  copyIfThere(here(`../verify-page/dist/${verifyPagePath}`), join(fresh, verifyPagePath));
  await finishDist(fresh);
  refuseHiddenNames(fresh);
  // Whole or not at all: who serves dist/ meanwhile finds the old app or the new one.
  const old = here(`dist-old-${process.pid}`);
  if (existsSync(here("dist"))) renameSync(here("dist"), old);
  renameSync(fresh, here("dist"));
  rmSync(old, { recursive: true, force: true });
};

/** What another part of the house builds; tools/build.mjs builds it first. @param {string} from @param {string} to */
const copyIfThere = (from, to) => {
  if (!existsSync(from)) return;
  cpSync(from, to, { recursive: true, filter: (path) => !basename(path).startsWith(".") });
};

/**
 * `holdfast serve` and many hosts give nothing whose name begins with "_" or "."; one such chunk is an empty page.
 * @param {string} folder
 */
const refuseHiddenNames = (folder) => {
  const hidden = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (path) => /(?:^|[\\/])[^A-Za-z0-9]/.test(path) && path !== "_headers",
  );
  if (hidden.length > 0) throw new Error(`Hosts would not serve ${hidden.join(", ")}.`);
};

/** The made-up cases, packed by the generator that made them: a program of its own, which no app imports. @param {string} out */
const buildExamples = (out) => {
  const builder = here("../../fixtures/build-examples.mjs");
  const { status } = spawnSync(process.execPath, [builder, out], { stdio: "inherit" });
  if (status !== 0) throw new Error("The examples were not packed; why stands above.");
};

await buildApp();
