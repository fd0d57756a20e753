import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type IncomingHttpHeaders, request, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { createPageServer, isOwnHost, listenFrom, policyOf } from "./serve-page.mjs";

const html = `<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'"><p>page</p>`;
let folder = "";
let servers: Server[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "page-"));
  writeFileSync(join(folder, "index.html"), html);
  servers = [];
});

afterEach(() => {
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true, force: true });
});

const start = async (port: number): Promise<number> => {
  const server = createPageServer(join(folder, "index.html"));
  servers.push(server);
  return listenFrom(server, port);
};

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const ask = (
  port: number,
  path: string,
  method = "GET",
  host = `localhost:${port}`,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, path, method, headers: { host } }, (got) => {
      let body = "";
      got.setEncoding("utf8");
      got.on("data", (piece: string) => (body += piece));
      got.on("end", () => resolve({ status: got.statusCode, headers: got.headers, body }));
    });
    sent.on("error", reject);
    sent.end();
  });

describe("the page's server", () => {
  it("serves the page with its policy as a header", async () => {
    const { status, headers, body } = await ask(await start(0), "/");
    expect([status, body]).toEqual([200, html]);
    expect(headers["content-security-policy"]).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers["cache-control"]).toBe("no-store");
  });

  it("serves nothing else, and changes nothing", async () => {
    const port = await start(0);
    expect((await ask(port, "/../package.json")).status).toBe(404);
    expect((await ask(port, "/index.html?x")).status).toBe(404);
    expect((await ask(port, "/", "POST")).status).toBe(405);
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
    ["localhost", true],
    ["localhost.example.org:4173", false],
    ["192.0.2.1:4173", false],
    [undefined, false],
  ])("says of the host %s: %s", (host, own) => {
    expect(isOwnHost(host)).toBe(own);
  });

  it("closes everything for a page without a policy", () => {
    expect(policyOf("<p></p>")).toBe("default-src 'none'");
  });
});
