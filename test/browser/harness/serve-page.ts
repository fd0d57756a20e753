import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { extname, join, normalize, sep } from "node:path";

import { build } from "vite";

/** The policy that the app will have: own scripts only, and WebAssembly. */
const contentSecurityPolicy =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'";

const mediaTypes: Readonly<Record<string, string | undefined>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".wasm": "application/wasm",
};

export interface ServedPage {
  readonly url: string;
  readonly stop: () => void;
}

/** Builds the page as the app is built, and serves it on localhost: storage needs a secure origin. */
export const servePage = async (
  pageFolder = join(import.meta.dirname, "..", "page"),
  /** What the page loads by itself: a service worker, files to be fetched. */
  others: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<ServedPage> => {
  const folder = mkdtempSync(join(tmpdir(), "holdfast-page-"));
  await build({
    root: pageFolder,
    configFile: false,
    logLevel: "warn",
    build: { outDir: folder, emptyOutDir: true, assetsInlineLimit: 0, target: "es2023" },
    worker: { format: "es" },
  });
  copyFileSync(wasmPath(), join(folder, "sqlite3.wasm"));
  for (const [name, body] of Object.entries(others)) writeFileSync(join(folder, name), body);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const path = normalize(join(folder, pathname === "/" ? "index.html" : pathname));
    const body = path.startsWith(`${folder}${sep}`) ? readIfThere(path) : undefined;
    response.writeHead(body === undefined ? 404 : 200, {
      "content-type": mediaTypes[extname(path)] ?? "application/octet-stream",
      "content-security-policy": contentSecurityPolicy,
      "cache-control": "no-store",
    });
    response.end(body);
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
  return {
    url: `http://localhost:${port}/`,
    stop: () => {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** The engine is a dependency of the vault's package, so it is looked up from there. */
const wasmPath = (): string =>
  createRequire(createRequire(import.meta.url).resolve("@holdfast/vault")).resolve(
    "@evolu/sqlite-wasm/sqlite3.wasm",
  );

const readIfThere = (path: string): Buffer | undefined => {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
};
