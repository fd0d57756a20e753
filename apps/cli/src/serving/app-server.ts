import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, join } from "node:path";

import { chooseEncoding } from "./encodings.ts";
import { headersOf, type HostRule, parseHostRules } from "./host-rules.ts";
import { createServedFiles, type ServedFiles } from "./served-files.ts";

const ownNames = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** A page from elsewhere whose name was pointed at 127.0.0.1 (DNS rebinding) still sends its own name as Host. */
export const isOwnHost = (host: string | undefined): boolean =>
  host !== undefined && ownNames.has(host.replace(/:\d+$/, ""));

const mediaTypes: Readonly<Record<string, string | undefined>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".wasm": "application/wasm",
  ".png": "image/png",
  ".svg": "image/svg+xml; charset=utf-8",
  ".woff2": "font/woff2",
};

/** Texts and code. The rest is compressed by its own format, and again would only cost time. */
const worthCompressing = new Set([
  ".html",
  ".css",
  ".js",
  ".json",
  ".webmanifest",
  ".wasm",
  ".svg",
]);

/** Refusals have no rule of their own in the file. */
const closedPolicy = "default-src 'none'; frame-ancestors 'none'";

/**
 * Serves the files of a built app, to this computer alone, with the headers of its `_headers` file. It reads, and
 * does nothing else; what it serves never changes with who asks.
 */
export const createAppServer = (folder: string): Server => {
  const rules = parseHostRules(readFileSync(join(folder, "_headers"), "utf8"));
  const site: Site = { folder, rules, files: createServedFiles() };
  return createServer((request, response) => {
    answerRequest(site, request, response).catch((failure: unknown) => {
      // A file that cannot be read ends this answer alone, cut off so that nobody takes it for the whole.
      response.destroy(failure instanceof Error ? failure : new Error("no answer"));
    });
  });
};

interface Site {
  readonly folder: string;
  readonly rules: readonly HostRule[];
  readonly files: ServedFiles;
}

const answerRequest = async (
  site: Site,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  // Not read as an address: "//name" would be another host, and some of what can be sent is none at all.
  const [pathname = "/"] = (request.url ?? "/").split("?");
  const refuse = (status: number, text: string): void => {
    response.writeHead(status, {
      ...headersOf(site.rules, "/*"),
      "content-security-policy": closedPolicy,
      "content-type": "text/plain; charset=utf-8",
    });
    response.end(request.method === "HEAD" ? undefined : `${text}\n`);
  };
  if (!isOwnHost(request.headers.host)) return refuse(403, "Only for this computer.");
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(405, "Only reading.");
  const path = toFilePath(pathname);
  const canCompress = path !== undefined && worthCompressing.has(extname(path));
  const encoding = canCompress
    ? chooseEncoding(request.headers["accept-encoding"] ?? "")
    : undefined;
  const body =
    path === undefined ? undefined : await site.files.read(join(site.folder, path), encoding);
  if (path === undefined || body === undefined) return refuse(404, "There is nothing here.");
  response.writeHead(200, {
    ...headersOf(site.rules, pathname),
    "content-type": mediaTypes[extname(path)] ?? "application/octet-stream",
    "content-length": body.length,
    ...(encoding === undefined ? {} : { "content-encoding": encoding }),
    // No ETag: nothing is kept by a cache that could ask whether it is still the same (ADR 0074).
    ...(canCompress ? { vary: "accept-encoding" } : {}),
  });
  response.end(request.method === "HEAD" ? undefined : body);
};

/** The only names that the build writes; no dot at the start of a part, so no "..", and nothing encoded. */
const safePath = /^\/(?:[A-Za-z0-9-][A-Za-z0-9._-]*\/)*(?:[A-Za-z0-9-][A-Za-z0-9._-]*)?$/;

const toFilePath = (pathname: string): string | undefined => {
  if (!safePath.test(pathname)) return undefined;
  return pathname.endsWith("/") ? `${pathname}index.html` : pathname;
};
