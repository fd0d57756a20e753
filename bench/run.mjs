// npm run bench [area …]: measures Holdfast beside the named peers, in one run, and prints medians and ratios.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";

import { rolldown } from "rolldown";

const root = join(import.meta.dirname, "..");
export const cache = join(root, ".cache", "bench");

const areas = {
  seal: () => import("./areas/seal.mjs"),
  intake: () => import("./areas/intake.mjs"),
  search: () => import("./areas/search.mjs"),
  assess: () => import("./areas/assess.mjs"),
  reply: () => import("./areas/reply.mjs"),
  verify: () => import("./areas/verify.mjs"),
  browser: () => import("./areas/browser.mjs"),
  web: () => import("./areas/web.mjs"),
};

/** Our own programs that a bench runs as a process: packages called directly, without the command line around them. */
const buildPrograms = async () => {
  const bundle = await rolldown({
    input: {
      "parse-alone": join(root, "bench/programs/parse-alone.ts"),
      "parse-in-worker": join(root, "bench/programs/parse-in-worker.ts"),
      "search-vault": join(root, "bench/programs/search-vault.ts"),
      "assess-vignettes": join(root, "bench/programs/assess-vignettes.ts"),
      "check-drafts": join(root, "bench/programs/check-drafts.ts"),
    },
    platform: "node",
    logLevel: "warn",
  });
  await bundle.write({ dir: join(cache, "programs"), format: "esm", entryFileNames: "[name].mjs" });
};

const installPeers = () => {
  if (existsSync(join(root, "bench/peers/node_modules"))) return;
  const done = spawnSync("npm", ["ci", "--prefix", join(root, "bench/peers"), "--silent"], {
    stdio: "inherit",
  });
  if (done.status !== 0) throw new Error("the peers could not be installed");
};

const requirePrograms = (names) => {
  const missing = names.filter(
    (name) => spawnSync("sh", ["-c", `command -v ${name}`]).status !== 0,
  );
  if (missing.length > 0)
    throw new Error(`the bench needs ${missing.join(", ")}: apt-get install ${missing.join(" ")}`);
};

/** Need no program of the bench's own. */
const withoutPrograms = new Set(["browser", "web"]);
/** Stand beside no peer. */
const alone = new Set([...withoutPrograms, "assess"]);
/** Measure packages alone, not what is built. */
const withoutBuild = new Set(["assess", "reply"]);

const named = process.argv.slice(2);
const wanted = named.length === 0 ? Object.keys(areas) : named;
const unknown = wanted.filter((name) => !(name in areas));
if (unknown.length > 0) {
  console.error(
    `There is no bench area ${unknown.join(", ")}. Areas: ${Object.keys(areas).join(", ")}.`,
  );
  process.exit(2);
}
mkdirSync(cache, { recursive: true });
const hasPeers = wanted.some((name) => !alone.has(name));
if (hasPeers) requirePrograms(["age", "openssl", "sha256sum", "sha512sum"]);
if (
  wanted.some((name) => !withoutBuild.has(name))
  && spawnSync(process.execPath, [join(root, "tools/build.mjs")], { stdio: "inherit" }).status !== 0
)
  process.exit(1);
if (hasPeers) installPeers();
if (wanted.some((name) => !withoutPrograms.has(name))) await buildPrograms();
for (const name of wanted) {
  console.log(`\n# ${name}`);
  const { measure } = await areas[name]();
  await measure({ root, cache });
}
