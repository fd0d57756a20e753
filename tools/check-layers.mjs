// @ts-check
// Holds every package.json and every import against the table of who may use whom (ARCHITECTURE.md has it for readers).
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

import { parseAst } from "rolldown/parseAst";

/** Package → the packages of this house that it may use. Only the apps and vault use `seal`: that is who can decrypt. */
export const packageTable = /** @type {const} */ ({
  evidence: [],
  age: ["evidence"],
  containers: ["evidence"],
  picture: ["evidence"],
  intake: ["evidence", "containers", "picture"],
  seal: ["evidence"],
  vault: ["evidence", "seal"],
  acquire: ["evidence", "intake", "vault", "casework"],
  casework: ["evidence"],
  fingerprint: ["evidence", "picture"],
  guide: ["evidence", "casework"],
  bundle: ["evidence"],
  output: ["evidence", "bundle", "casework", "containers", "guide", "picture", "words"],
  verify: ["evidence", "bundle", "containers"],
  words: ["evidence"],
});

/** App → the same; `cli` and `web` may use every package, and the builder of the content. */
export const appTable = /** @type {const} */ ({
  cli: [...Object.keys(packageTable), "content"],
  web: [...Object.keys(packageTable), "content"],
  "verify-page": ["age", "evidence", "bundle", "containers", "verify", "words"],
});

/** Where a package may touch its environment: behind the driver port, and in tests. */
const environmentFolders = ["src/drivers/node/", "src/drivers/opfs/"];

/**
 * @typedef {{ file: string, problem: string }} Finding
 * @typedef {{ name: string, kind: "packages" | "apps" | "content", folder: string, mayUse: readonly string[], manifest: Manifest }} Member
 * @typedef {{ name?: string, exports?: Record<string, unknown>, dependencies?: Record<string, string>,
 *   devDependencies?: Record<string, string>, peerDependencies?: Record<string, string>,
 *   optionalDependencies?: Record<string, string> }} Manifest
 */

/** Every breach of the table below `root`, in the order of the files. @param {string} root @returns {Finding[]} */
export const checkLayers = (root) => {
  /** @type {Finding[]} */
  const findings = [];
  const code = listMembers(root, findings);
  const members = [...code, ...listContent(root)];
  for (const member of code) {
    checkManifest(root, member, findings);
    for (const file of codeFilesBelow(member.folder)) {
      checkMemberFile(root, member, members, file, findings);
    }
  }
  checkContentFolder(root, members, findings);
  for (const folder of ["test", "bench", "fixtures", "tools"]) {
    for (const file of codeFilesBelow(join(root, folder))) {
      checkOutsideFile(root, members, file, findings);
    }
  }
  checkNotes(root, findings);
  return findings;
};

/** @param {string} root @param {Finding[]} findings @returns {Member[]} */
const listMembers = (root, findings) =>
  /** @type {const} */ (["packages", "apps"]).flatMap((kind) => {
    /** @type {Readonly<Record<string, readonly string[]>>} */
    const table = kind === "packages" ? packageTable : appTable;
    const parent = join(root, kind);
    if (!existsSync(parent)) return [];
    return readdirSync(parent)
      .sort()
      .flatMap((name) => {
        const manifestPath = join(parent, name, "package.json");
        if (!existsSync(manifestPath)) return [];
        const mayUse = table[name];
        if (mayUse === undefined) {
          findings.push({
            file: `${kind}/${name}`,
            problem: `is not in the table of ${kind}: say there what it may use`,
          });
        }
        /** @type {Manifest} */
        const manifest = JSON.parse(readFileSync(manifestPath, "utf8"));
        return [{ name, kind, folder: join(parent, name), mayUse: mayUse ?? [], manifest }];
      });
  });

/** @param {string} root @param {Member} member @param {Finding[]} findings */
const checkManifest = (root, member, findings) => {
  const file = slashes(relative(root, join(member.folder, "package.json")));
  if (member.manifest.name !== `@holdfast/${member.name}`) {
    findings.push({
      file,
      problem: `is named ${member.manifest.name}, not @holdfast/${member.name}`,
    });
  }
  for (const dependency of dependenciesOf(member.manifest)) {
    const used = housePackageOf(dependency);
    if (used !== undefined && !member.mayUse.includes(used)) {
      findings.push({
        file,
        problem: `depends on @holdfast/${used}, which ${member.name} may not use`,
      });
    }
  }
};

/** @param {Manifest} manifest */
const dependenciesOf = (manifest) =>
  Object.keys({
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.peerDependencies,
    ...manifest.optionalDependencies,
  });

/** @param {string} root @param {Member} member @param {readonly Member[]} members @param {string} file @param {Finding[]} findings */
const checkMemberFile = (root, member, members, file, findings) => {
  const shown = slashes(relative(root, file));
  const inside = slashes(relative(member.folder, file));
  const isTest = /\.test\.ts$|(^|\/)testing\//.test(inside);
  const isEnvironment =
    member.kind === "apps"
    || isTest
    || environmentFolders.some((folder) => inside.startsWith(folder));
  /** @param {string} problem */
  const report = (problem) => findings.push({ file: shown, problem });

  for (const specifier of importsOf(file)) {
    if (specifier.startsWith(".")) {
      const target = resolve(dirname(file), specifier);
      if (!target.startsWith(member.folder + sep)) {
        report(
          `imports ${specifier}, which lies outside ${member.name}: import the package by its name`,
        );
      } else if (target === join(member.folder, "src/index.ts") && inside !== "src/index.ts") {
        report(`imports its own index: import the file itself`);
      }
      continue;
    }
    if (isNodeModule(specifier)) {
      if (!isEnvironment) report(`imports ${specifier}: packages have no Node`);
      else if (member.name === "verify-page" && !isTest && inside.startsWith("src/")) {
        report(`imports ${specifier}: this app runs in the browser`);
      }
      continue;
    }
    const used = housePackageOf(specifier);
    if (used === undefined) {
      if (!isTest && !isDeclared(member.manifest, specifier)) {
        report(`imports ${specifier}, which its package.json does not name`);
      }
    } else if (used === member.name) {
      report(`imports itself by name: import the file itself`);
    } else if (!member.mayUse.includes(used)) {
      report(`imports @holdfast/${used}, which ${member.name} may not use`);
    } else {
      if (!isDeclared(member.manifest, specifier)) {
        report(`imports @holdfast/${used}, which its package.json does not name`);
      }
      checkSubpath(members, specifier, report);
    }
  }
};

/** @param {string} root @returns {Member[]} */
const listContent = (root) => {
  const folder = join(root, "content");
  const manifestPath = join(folder, "package.json");
  if (!existsSync(manifestPath)) return [];
  /** @type {Manifest} */
  const manifest = JSON.parse(readFileSync(manifestPath, "utf8"));
  return [{ name: "content", kind: "content", folder, mayUse: [], manifest }];
};

/** Knowledge uses nothing, not even a schema: what it is lies with whoever reads it. @param {string} root @param {readonly Member[]} members @param {Finding[]} findings */
const checkContentFolder = (root, members, findings) => {
  const content = members.find(({ kind }) => kind === "content");
  if (content === undefined) return;
  for (const dependency of dependenciesOf(content.manifest)) {
    findings.push({
      file: "content/package.json",
      problem: `depends on ${dependency}: content may use nothing`,
    });
  }
  for (const file of codeFilesBelow(content.folder)) {
    for (const specifier of importsOf(file)) {
      const isInside =
        specifier.startsWith(".")
        && resolve(dirname(file), specifier).startsWith(content.folder + sep);
      if (!isInside && !isNodeModule(specifier)) {
        findings.push({
          file: slashes(relative(root, file)),
          problem: `imports ${specifier}: content may use nothing`,
        });
      }
    }
  }
};

/** Tests across packages, benches and tools may use every package, but only by what it exports. @param {string} root @param {readonly Member[]} members @param {string} file @param {Finding[]} findings */
const checkOutsideFile = (root, members, file, findings) => {
  const shown = slashes(relative(root, file));
  for (const specifier of importsOf(file)) {
    /** @param {string} problem */
    const report = (problem) => findings.push({ file: shown, problem });
    if (specifier.startsWith(".")) {
      const target = slashes(relative(root, resolve(dirname(file), specifier)));
      // Aids of tests are exported to nobody; tests across packages may still share them.
      if (/^packages\/[^/]+\/src\//.test(target) && !target.includes("/testing/")) {
        report(`imports ${specifier}, the inside of a package: import the package by its name`);
      }
    } else checkSubpath(members, specifier, report);
  }
};

/** @param {readonly Member[]} members @param {string} specifier @param {(problem: string) => void} report */
const checkSubpath = (members, specifier, report) => {
  const used = housePackageOf(specifier);
  if (used === undefined) return;
  const target = members.find((member) => member.name === used);
  if (target === undefined) return report(`imports ${specifier}, and there is no such package`);
  const subpath = specifier.slice(`@holdfast/${used}`.length);
  if (subpath !== "" && !(`.${subpath}` in (target.manifest.exports ?? {}))) {
    report(`imports ${specifier}, the inside of ${used}: it exports no such path`);
  }
};

/** "@holdfast/vault/node" → "vault". @param {string} specifier */
const housePackageOf = (specifier) =>
  specifier.startsWith("@holdfast/") ? specifier.split("/")[1] : undefined;

/** @param {Manifest} manifest @param {string} specifier */
const isDeclared = (manifest, specifier) => {
  const parts = specifier.split("/");
  const name = specifier.startsWith("@") ? parts.slice(0, 2).join("/") : (parts[0] ?? "");
  return dependenciesOf(manifest).includes(name);
};

/** @param {string} specifier */
const isNodeModule = (specifier) =>
  specifier.startsWith("node:") || builtinModules.includes(specifier.split("/")[0] ?? "");

/** Every module that a file names: imports of values and of types, re-exports, `import()` in code and in types. @param {string} file @returns {string[]} */
export const importsOf = (file) => {
  /** @type {"tsx" | "ts" | "js"} */
  const lang = file.endsWith(".tsx") ? "tsx" : file.endsWith(".ts") ? "ts" : "js";
  /** @type {string[]} */
  const found = [];
  /** @param {unknown} node */
  const visit = (node) => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node !== "object" || node === null) return;
    const { type, source, expression } = /** @type {Record<string, unknown>} */ (node);
    const named =
      type === "TSExternalModuleReference"
        ? expression
        : typeof type === "string" && moduleNaming.has(type)
          ? source
          : undefined;
    if (typeof named === "object" && named !== null && "value" in named) {
      if (typeof named.value === "string") found.push(named.value);
    }
    Object.values(node).forEach(visit);
  };
  visit(parseAst(readFileSync(file, "utf8"), { lang }).body);
  return found;
};
const moduleNaming = new Set([
  "ImportDeclaration",
  "ExportNamedDeclaration",
  "ExportAllDeclaration",
  "ImportExpression",
  "TSImportType",
]);

/**
 * A design point that several files need has one home in the code, and is named elsewhere ("See", and in documents):
 * each name must have exactly one home.
 *
 * @param {string} root @param {Finding[]} findings
 */
const checkNotes = (root, findings) => {
  /** @type {Map<string, string[]>} */
  const homes = new Map();
  /** @type {{ name: string, file: string }[]} */
  const references = [];
  for (const file of filesBelow(root, /\.(ts|tsx|mjs|md)$/)) {
    for (const match of readFileSync(file, "utf8").matchAll(/(see\s+)?\[Note: ([\w ,'-]+)\]/gi)) {
      const name = (match[2] ?? "").trim();
      const shown = slashes(relative(root, file));
      if (match[1] === undefined && !file.endsWith(".md"))
        homes.set(name, [...(homes.get(name) ?? []), shown]);
      else references.push({ name, file: shown });
    }
  }
  for (const { name, file } of references) {
    if (!homes.has(name))
      findings.push({ file, problem: `refers to the note "${name}", which has no home` });
  }
  for (const [name, [first, ...others]] of homes) {
    for (const file of others) {
      findings.push({
        file,
        problem: `is a second home of the note "${name}"; the first is ${first}`,
      });
    }
  }
};

/** @param {string} folder */
const codeFilesBelow = (folder) => filesBelow(folder, /\.(ts|tsx|mjs)$/);

/** @param {string} folder @param {RegExp} wanted @returns {string[]} */
const filesBelow = (folder, wanted) => {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !/^(node_modules|dist|coverage|\..*)$/.test(name))
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) return filesBelow(path, wanted);
      return wanted.test(name) && !name.endsWith(".d.ts") ? [path] : [];
    });
};

/** @param {string} path */
const slashes = (path) => path.split(sep).join("/");

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const findings = checkLayers(fileURLToPath(new URL("..", import.meta.url)).replace(/[/\\]$/, ""));
  for (const { file, problem } of findings) console.error(`${file}: ${problem}`);
  console.log(
    findings.length === 0
      ? "Every import keeps to the table."
      : `${findings.length} imports or names break the table.`,
  );
  process.exit(findings.length === 0 ? 0 : 1);
}
