import { join } from "node:path";
import { gzipSync } from "node:zlib";

import { expect, it } from "vitest";

import { bundleScript } from "../browser/harness/bundle-script.ts";

it("is small enough for a service worker that must answer at once, and holds no vault, schema or WebAssembly", async () => {
  const code = await bundleScript(
    join(import.meta.dirname, "..", "browser", "page", "inbox-worker.ts"),
  );
  // 8,547 bytes: since ADR 0060 the scan knows every way of writing a picture as text that intake knows.
  expect(gzipSync(code).length).toBeLessThan(9_000);
  for (const stranger of ["safeParse", "WebAssembly", "SELECT ", "argon2", "bip39"]) {
    expect(code).not.toContain(stranger);
  }
});
