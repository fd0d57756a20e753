// @ts-check
// Builds the command line, the verify page, and the app with that page in it, each into its dist/; does nothing for
// what has not changed.
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { spawnSync } from "node:child_process";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const cli = join(root, "apps/cli");
const page = join(root, "apps/verify-page");
const pageBuilder = join(page, "build.mjs");
const web = join(root, "apps/web");
const content = join(root, "content");

/** Builds what is out of date. Throws when a build fails. */
export const build = async () => {
  const shared = [
    join(root, "packages"),
    join(root, "package-lock.json"),
    join(root, "tools/build.mjs"),
  ];
  await unlessCurrent(join(cli, "dist"), "holdfast.mjs", [...shared, join(cli, "src")], buildCli);
  const pageInputs = [...shared, join(page, "src"), pageBuilder];
  await unlessCurrent(join(page, "dist"), "verify.html", pageInputs, () => runBuild(page));
  const webInputs = [...pageInputs, web, content, join(root, "fixtures")];
  await unlessCurrent(join(web, "dist"), "_headers", webInputs, () => runBuild(web));
};

/**
 * @param {string} out
 * @param {string} mainFile the file that must be there for the build to count
 * @param {readonly string[]} inputs
 * @param {(out: string) => Promise<void>} builder
 */
const unlessCurrent = async (out, mainFile, inputs, builder) => {
  const stampPath = join(out, ".inputs");
  const stamp = hashInputs(inputs);
  if (
    existsSync(join(out, mainFile))
    && existsSync(stampPath)
    && readFileSync(stampPath, "utf8") === stamp
  ) {
    return;
  }
  await builder(out);
  writeFileSync(stampPath, stamp);
};

/** One hash over the paths and bytes of everything that can end in a build; tests cannot. @param {readonly string[]} inputs */
const hashInputs = (inputs) => {
  const hash = createHash("sha256");
  for (const path of inputs.flatMap(filesBelow)) {
    hash
      .update(`${path.slice(root.length)}\0`)
      .update(readFileSync(path))
      .update("\0");
  }
  return hash.digest("hex");
};

/** @param {string} path a file or a folder @returns {string[]} */
const filesBelow = (path) => {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => !ignored.test(name))
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
};
const ignored = /^(node_modules|dist|dist-.*|e2e|fixtures|testing|README\.md)$|\.test\.ts$/;

/** @param {string} out */
const buildCli = async (out) => {
  const fresh = mkdtempSync(join(cli, "dist-"));
  await bundleCommandLine(fresh);
  replaceFiles(fresh, out);
};

/**
 * The command line in a folder of its own, which no other build touches: for tests. It has to lie where dist/ does, since the
 * app is looked for from there.
 */
export const buildCommandLineForTests = async () => {
  const folder = mkdtempSync(join(cli, "dist-test-"));
  await bundleCommandLine(folder);
  return folder;
};

/** @param {string} fresh */
const bundleCommandLine = async (fresh) => {
  const { build: bundle } = await import("rolldown");
  const workers = join(cli, "src/workers");
  const entries = [
    ["holdfast", join(cli, "src/main.ts")],
    ...(existsSync(workers) ? readdirSync(workers) : [])
      .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
      .map((name) => [basename(name, ".ts"), join(workers, name)]),
  ];
  // Workers lie beside the program that starts them, so that `new URL("./x.mjs", import.meta.url)` finds them.
  await bundle({
    input: Object.fromEntries(entries),
    platform: "node",
    logLevel: "warn",
    output: {
      dir: fresh,
      format: "esm",
      entryFileNames: "[name].mjs",
      chunkFileNames: "shared-[hash].mjs",
    },
  });
  // The engine looks for its WebAssembly beside the file that holds its code.
  copyFileSync(
    join(root, "node_modules/@evolu/sqlite-wasm/sqlite-wasm/jswasm/sqlite3.wasm"),
    join(fresh, "sqlite3.wasm"),
  );
};

const dayInMs = 86_400_000;

/**
 * Moves a finished build into its place file by file: a command that starts meanwhile finds the old files or the new
 * ones, never none. So the shared parts come before the programs that ask for them, and those that an old program may
 * still ask for stay: they go with a build a day later.
 *
 * @param {string} fresh @param {string} out
 */
const replaceFiles = (fresh, out) => {
  mkdirSync(out, { recursive: true });
  const names = readdirSync(fresh);
  const programs = names.filter((name) => !name.startsWith("shared-"));
  const shared = names.filter((name) => name.startsWith("shared-"));
  for (const name of [...shared, ...programs]) renameSync(join(fresh, name), join(out, name));
  for (const name of readdirSync(out)) {
    const isOld = Date.now() - statSync(join(out, name)).mtimeMs > dayInMs;
    if (isOld && !names.includes(name)) rmSync(join(out, name), { recursive: true, force: true });
  }
  rmdirSync(fresh);
};

/** Runs a folder's own build. @param {string} folder */
const runBuild = (folder) => {
  const { status } = spawnSync(process.execPath, [join(folder, "build.mjs")], {
    cwd: folder,
    stdio: "inherit",
  });
  return status === 0
    ? Promise.resolve()
    : Promise.reject(new Error(`${folder.slice(root.length)} was not built; why stands above.`));
};

/** `--for-tests` prints the folder of a build of its own. */
const main = async () => {
  if (process.argv[2] !== "--for-tests") return build();
  process.stdout.write(await buildCommandLineForTests());
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main().catch((/** @type {unknown} */ error) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  });
}
