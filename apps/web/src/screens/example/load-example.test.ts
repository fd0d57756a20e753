import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { exampleNames } from "./example-names.ts";
import { loadExample } from "./load-example.ts";

let folder = "";
const fixtures = join(import.meta.dirname, "../../../../../fixtures");

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "examples-"));
  execFileSync(process.execPath, [join(fixtures, "build-examples.mjs"), folder]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A host of the built packs; `change` may spoil what it sends. */
const createHost = (change: (path: string, bytes: Buffer) => Buffer = (_, bytes) => bytes) => {
  const asked: string[] = [];
  const fetch = (url: string): Promise<Response> => {
    asked.push(url);
    const path = url.replace("./examples/", "");
    const bytes = Uint8Array.from(change(path, readFileSync(join(folder, path))));
    return Promise.resolve(new Response(bytes));
  };
  return { deps: { fetch, crypto: globalThis.crypto }, asked };
};

const manifest: { readonly files: readonly { readonly path: string; readonly sha256: string }[] } =
  JSON.parse(readFileSync(join(fixtures, "manifest.json"), "utf8"));

describe("loadExample", () => {
  it.each(exampleNames)("gives every file of %s as it stands in the fixtures", async (name) => {
    const loaded = await loadExample(createHost().deps, "./examples/", name);
    const files = loaded.ok ? loaded.value.files : [];
    const hashes = await Promise.all(
      files.map(async ({ name: path, file }) => ({
        path: `${name}/${path}`,
        sha256: createHash("sha256")
          .update(new Uint8Array(await file.arrayBuffer()))
          .digest("hex"),
      })),
    );
    expect(hashes).toEqual(
      manifest.files
        .filter(({ path }) => path.startsWith(`${name}/`))
        .map(({ path, sha256 }) => ({ path, sha256 })),
    );
    expect(loaded).toMatchObject({ ok: true, value: { facts: { ageInPictures: "all-adult" } } });
  });

  it("asks the host for the same files, whichever example it is", async () => {
    const [maya, daniel] = [createHost(), createHost()];
    await loadExample(maya.deps, "./examples/", "maya");
    await loadExample(daniel.deps, "./examples/", "daniel");
    expect(maya.asked).toEqual(daniel.asked);
    expect(maya.asked).toHaveLength(3);
  });

  it("uses nothing of a pack in which one byte is another", async () => {
    const { deps } = createHost((path, bytes) => {
      const changed = Buffer.from(bytes);
      if (path === "maya.zip")
        changed[changed.length >> 1] = (changed[changed.length >> 1] ?? 0) ^ 1;
      return changed;
    });
    expect(await loadExample(deps, "./examples/", "maya")).toEqual({
      ok: false,
      error: { code: "example_changed" },
    });
    expect(await loadExample(deps, "./examples/", "daniel")).toMatchObject({ ok: true });
  });

  it("says that the host does not answer", async () => {
    const fetch = (): Promise<Response> => Promise.reject(new TypeError("Failed to fetch"));
    expect(await loadExample({ fetch, crypto: globalThis.crypto }, "./examples/", "maya")).toEqual({
      ok: false,
      error: { code: "example_unreachable" },
    });
  });

  it("stays under 300 kB for both, so that it lies ready without a network too", () => {
    const sizes = exampleNames.map((name) => readFileSync(join(folder, `${name}.zip`)).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(300_000);
  });
});
