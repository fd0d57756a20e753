import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import { type Engine, loadEngine } from "../../engine/engine.ts";

/**
 * The engine in Node. In a checkout the WebAssembly file is found in node_modules; a bundled program says where its own
 * copy lies (`wasmPath`).
 */
export const loadNodeEngine = (options: { readonly wasmPath?: string } = {}): Promise<Engine> => {
  const path =
    options.wasmPath ?? createRequire(import.meta.url).resolve("@evolu/sqlite-wasm/sqlite3.wasm");
  return loadEngine({
    wasmBinary: Uint8Array.from(readFileSync(path)),
    clock: { now: Date.now },
    random: { bytes: (count) => Uint8Array.from(randomBytes(count)) },
  });
};
