import { readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, join } from "node:path";

import { headersOf, type HostRule, parseHostRules } from "./host-rules.ts";

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

/** Refusals have no rule of their own in the file. */
const closedPolicy = "default-src 'none'; frame-ancestors 'none'";

/**
 * Serves the files of a built app, to this computer alone, with the headers of its `_headers` file. It reads, and
 * does nothing else; what it serves never changes with who asks.
 */
export const createAppServer = (folder: string): Server => {
  const rules = parseHostRules(readFileSync(join(folder, "_headers"), "utf8"));
  return createServer((request, response) => answerRequest({ folder, rules }, request, response));
};

interface Site {
  readonly folder: string;
  readonly rules: readonly HostRule[];
}

const answerRequest = (site: Site, request: IncomingMessage, response: ServerResponse): void => {
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
  const body = path === undefined ? undefined : readIfThere(join(site.folder, path));
  if (path === undefined || body === undefined) return refuse(404, "There is nothing here.");
  response.writeHead(200, {
    ...headersOf(site.rules, pathname),
    "content-type": mediaTypes[extname(path)] ?? "application/octet-stream",
    "content-length": body.length,
  });
  response.end(request.method === "HEAD" ? undefined : body);
};

/** The only names that the build writes; no dot at the start of a part, so no "..", and nothing encoded. */
const safePath = /^\/(?:[A-Za-z0-9-][A-Za-z0-9._-]*\/)*(?:[A-Za-z0-9-][A-Za-z0-9._-]*)?$/;

const toFilePath = (pathname: string): string | undefined => {
  if (!safePath.test(pathname)) return undefined;
  return pathname.endsWith("/") ? `${pathname}index.html` : pathname;
};

const readIfThere = (path: string): Buffer | undefined =>
  statSync(path, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(path) : undefined;
