import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { checkLayers } from "./check-layers.mjs";

let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "layers-"));
  manifest("packages/evidence", {});
  manifest("packages/seal", { "@holdfast/evidence": "0.1.0" });
  manifest("packages/vault", { "@holdfast/evidence": "0.1.0", "@holdfast/seal": "0.1.0" });
  manifest("packages/verify", { "@holdfast/evidence": "0.1.0" });
  file("packages/evidence/src/index.ts", `export { a } from "./a.ts";`);
  file("packages/evidence/src/a.ts", "export const a = 1;");
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const file = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

const manifest = (folder: string, dependencies: Readonly<Record<string, string>>): void =>
  file(
    `${folder}/package.json`,
    JSON.stringify({
      name: `@holdfast/${folder.split("/")[1]}`,
      exports: { ".": "./src/index.ts", "./node": "./src/drivers/node/index.ts" },
      dependencies,
    }),
  );

const problems = (): readonly string[] =>
  checkLayers(root).map(({ file: at, problem }) => `${at}: ${problem}`);

describe("checkLayers", () => {
  it("finds nothing in a tree that keeps to the table", () => {
    file("packages/seal/src/b.ts", `import { a } from "@holdfast/evidence"; export const b = a;`);
    file("packages/vault/src/drivers/node/index.ts", `import "node:fs"; import "../../v.ts";`);
    file("packages/vault/src/v.test.ts", `import "node:fs"; import "vitest"; import "./v.ts";`);
    file("packages/vault/src/v.ts", "export {};");
    expect(problems()).toEqual([]);
  });

  it("finds a dependency that the table does not give", () => {
    manifest("packages/verify", { "@holdfast/evidence": "0.1.0", "@holdfast/seal": "0.1.0" });
    expect(problems()).toEqual([
      "packages/verify/package.json: depends on @holdfast/seal, which verify may not use",
    ]);
  });

  it("finds what content uses, since it may use nothing", () => {
    file("content/package.json", JSON.stringify({ dependencies: { zod: "4.0.0" } }));
    file("content/build.mjs", `import "node:fs"; import "zod"; import "../packages/x.ts";`);
    expect(problems()).toEqual([
      "content/package.json: depends on zod: content may use nothing",
      "content/build.mjs: imports zod: content may use nothing",
      "content/build.mjs: imports ../packages/x.ts: content may use nothing",
    ]);
  });

  it.each([
    ["an import", `import { b } from "@holdfast/seal"; b();`],
    ["an import of types", `import type { B } from "@holdfast/seal"; export type C = B;`],
    ["a re-export", `export { b } from "@holdfast/seal";`],
    ["an import inside a type", `export type B = import("@holdfast/seal").B;`],
    ["an import at run time", `export const b = await import("@holdfast/seal");`],
  ])("finds %s of a forbidden package", (_, text) => {
    file("packages/verify/src/b.ts", text);
    expect(problems()).toEqual([
      "packages/verify/src/b.ts: imports @holdfast/seal, which verify may not use",
    ]);
  });

  it("finds a forbidden package in a test too", () => {
    file("packages/verify/src/b.test.ts", `import "@holdfast/seal";`);
    expect(problems()).toHaveLength(1);
  });

  it.each(["node:fs", "fs", "fs/promises"])("finds %s in a package", (name) => {
    file("packages/vault/src/b.ts", `import "${name}";`);
    expect(problems()).toEqual([`packages/vault/src/b.ts: imports ${name}: packages have no Node`]);
  });

  it("finds a library that the package.json does not name", () => {
    file("packages/seal/src/b.ts", `import "zod";`);
    expect(problems()).toEqual([
      "packages/seal/src/b.ts: imports zod, which its package.json does not name",
    ]);
  });

  it("finds an import of another package's inside", () => {
    file("packages/seal/src/b.ts", `import "@holdfast/evidence/src/a.ts";`);
    file("packages/seal/src/c.ts", `import "../../evidence/src/a.ts";`);
    file("test/d.test.ts", `import "../packages/evidence/src/a.ts";`);
    expect(problems()).toEqual([
      "packages/seal/src/b.ts: imports @holdfast/evidence/src/a.ts, the inside of evidence: it exports no such path",
      "packages/seal/src/c.ts: imports ../../evidence/src/a.ts, which lies outside seal: import the package by its name",
      "test/d.test.ts: imports ../packages/evidence/src/a.ts, the inside of a package: import the package by its name",
    ]);
  });

  it("lets tests across packages share the aids of tests", () => {
    file("packages/seal/src/testing/aid.ts", "export {};");
    file("test/d.test.ts", `import "../packages/seal/src/testing/aid.ts";`);
    expect(problems()).toEqual([]);
  });

  it("lets an exported path of a package be imported", () => {
    manifest("apps/cli", { "@holdfast/vault": "0.1.0" });
    file("apps/cli/src/main.ts", `import "@holdfast/vault/node"; import "node:fs";`);
    expect(problems()).toEqual([]);
  });

  it("finds a package that imports its own index, or itself by name", () => {
    file("packages/evidence/src/b.ts", `import "./index.ts"; import "@holdfast/evidence";`);
    expect(problems()).toHaveLength(2);
  });

  it("finds a package that the table does not have", () => {
    manifest("packages/surprise", {});
    expect(problems()).toEqual([
      "packages/surprise: is not in the table of packages: say there what it may use",
    ]);
  });

  it("finds a named note without a home, and one with two", () => {
    const note = (name: string): string => ["[Note", `${name}]`].join(": ");
    file("packages/seal/src/b.ts", `// See ${note("lost")}\n// See ${note("chain")}\n`);
    file("packages/seal/src/c.ts", `// ${note("chain")} says why.\n`);
    expect(problems()).toEqual([
      `packages/seal/src/b.ts: refers to the note "lost", which has no home`,
    ]);
    file("docs/storage.md", `The chain (${note("chain")}).\n`);
    expect(problems()).toHaveLength(1);
    file("packages/seal/src/d.ts", `// ${note("chain")} says why.\n`);
    expect(problems()).toHaveLength(2);
  });
});
