import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type IncomingHttpHeaders, request, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { createAppServer, isOwnHost } from "./app-server.ts";
import { listenFrom } from "./listen-from.ts";

const rules = `/*
  Cache-Control: no-store

/
  Content-Security-Policy: default-src 'self'

/a/*
  Content-Security-Policy: default-src 'none'
`;
const script = "const tide = 'in and out';\n".repeat(200);
let outside = "";
let servers: Server[] = [];

beforeEach(() => {
  outside = mkdtempSync(join(tmpdir(), "app-"));
  writeFileSync(join(outside, "secret.txt"), "secret");
  mkdirSync(join(outside, "dist/a"), { recursive: true });
  writeFileSync(join(outside, "dist/_headers"), rules);
  writeFileSync(join(outside, "dist/.inputs"), "stamp");
  writeFileSync(join(outside, "dist/index.html"), "<p>page</p>");
  writeFileSync(join(outside, "dist/a/x.js"), script);
  writeFileSync(join(outside, "dist/a/y.woff2"), script);
  servers = [];
});

afterEach(() => {
  for (const server of servers) server.close();
  rmSync(outside, { recursive: true, force: true });
});

const start = async (port: number): Promise<number> => {
  const server = createAppServer(join(outside, "dist"));
  servers.push(server);
  const listening = await listenFrom(server, port);
  if (!listening.ok) throw new Error(listening.error.cause);
  return listening.value;
};

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

const askBytes = (
  port: number,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = "GET",
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asked = { host: `localhost:${port}`, ...headers };
    const sent = request({ host: "127.0.0.1", port, path, method, headers: asked }, (got) => {
      const parts: Buffer[] = [];
      got.on("data", (piece: Buffer) => parts.push(piece));
      got.on("end", () =>
        resolve({ status: got.statusCode, headers: got.headers, bytes: Buffer.concat(parts) }),
      );
    });
    sent.on("error", reject);
    sent.end();
  });

const ask = async (port: number, path: string, method = "GET", host = `localhost:${port}`) => {
  const { status, headers, bytes } = await askBytes(port, path, { host }, method);
  return { status, headers, body: bytes.toString() };
};

describe("the app's server", () => {
  it("serves a file with the headers that the build wrote for it", async () => {
    const port = await start(0);
    const page = await ask(port, "/?anything");
    expect([page.status, page.body]).toEqual([200, "<p>page</p>"]);
    expect(page.headers["content-security-policy"]).toBe("default-src 'self'");
    expect(page.headers["cache-control"]).toBe("no-store");
    const script = await ask(port, "/a/x.js");
    expect(script.headers["content-security-policy"]).toBe("default-src 'none'");
    expect(script.headers["content-type"]).toBe("text/javascript; charset=utf-8");
  });

  it.each([
    "/../secret.txt",
    "/a/../../secret.txt",
    "/%2e%2e/secret.txt",
    "/a/%2e%2e%2f%2e%2e%2fsecret.txt",
    "/a\\..\\..\\secret.txt",
    "//secret.txt",
    "/_headers",
    "/.inputs",
    "/a",
    "/missing",
    "//",
    "http://localhost/",
  ])("has nothing at %s", async (path) => {
    const { status, body, headers } = await ask(await start(0), path);
    expect([status, body]).toEqual([404, "There is nothing here.\n"]);
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
  });

  it("answers a request for the head without a body, and nothing that would change something", async () => {
    const port = await start(0);
    expect(await ask(port, "/", "HEAD")).toMatchObject({ status: 200, body: "" });
    expect((await ask(port, "/", "POST")).status).toBe(405);
  });

  it.each([
    ["gzip, br", "br", brotliDecompressSync],
    ["gzip", "gzip", gunzipSync],
    ["identity", undefined, (bytes: Buffer) => bytes],
  ] as const)("sends texts in the way that is accepted: %s", async (accepted, encoding, decode) => {
    const port = await start(0);
    const { headers, bytes } = await askBytes(port, "/a/x.js", { "accept-encoding": accepted });
    expect([headers["content-encoding"], headers.vary]).toEqual([encoding, "accept-encoding"]);
    expect(headers["content-length"]).toBe(String(bytes.length));
    expect(decode(bytes).toString()).toBe(script);
    expect(headers["content-security-policy"]).toBe("default-src 'none'");
    expect(bytes.length < script.length / 10).toBe(encoding !== undefined);
    const head = await askBytes(port, "/a/x.js", { "accept-encoding": accepted }, "HEAD");
    expect([head.headers["content-length"], head.bytes.length]).toEqual([String(bytes.length), 0]);
  });

  it("sends what is compressed by its own format as it is", async () => {
    const port = await start(0);
    const { headers, bytes } = await askBytes(port, "/a/y.woff2", { "accept-encoding": "br" });
    expect([headers["content-encoding"], headers.vary]).toEqual([undefined, undefined]);
    expect(bytes.toString()).toBe(script);
  });

  it("sends a file that was changed as it is now, and not as it was compressed before", async () => {
    const port = await start(0);
    const read = async () => {
      const { bytes } = await askBytes(port, "/a/x.js", { "accept-encoding": "br" });
      return brotliDecompressSync(bytes).toString();
    };
    expect(await read()).toBe(script);
    writeFileSync(join(outside, "dist/a/x.js"), "changed");
    expect(await read()).toBe("changed");
  });

  it("does not answer to another name that was pointed at this computer", async () => {
    const port = await start(0);
    const { status, body } = await ask(port, "/", "GET", "attack.example.org");
    expect(status).toBe(403);
    expect(body).not.toContain("page");
  });

  it("takes the next port when one is taken", async () => {
    const first = await start(0);
    expect(await start(first)).toBeGreaterThan(first);
  });

  it.each([
    ["localhost:4173", true],
    ["127.0.0.1:4173", true],
    ["[::1]:4173", true],
    ["localhost", true],
    ["localhost.example.org:4173", false],
    ["192.0.2.1:4173", false],
    [undefined, false],
  ])("says of the host %s: %s", (host, own) => {
    expect(isOwnHost(host)).toBe(own);
  });
});
