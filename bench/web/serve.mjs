// @ts-check
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, request } from "node:http";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** `holdfast serve` over the production build. @param {string} root */
export const serveApp = async (root) => {
  const command = join(root, "apps/cli/dist/holdfast.mjs");
  const child = spawn(process.execPath, [command, "serve", "--port", "0", "--json"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [first] = await once(child.stdout, "data");
  const { port } = JSON.parse(String(first));
  return {
    port: Number(port),
    url: `http://localhost:${port}/`,
    /** Ends the process: from then on nobody answers. */
    stop: async () => {
      if (child.exitCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGINT");
      await ended;
    },
  };
};

const compressed = /javascript|css|json|html|svg|wasm|manifest/;

/**
 * The same files as most hosts on the net send them: `holdfast serve` answers this computer alone and compresses nothing,
 * this hop does, with what it sent once kept, so that no compressing is measured.
 *
 * @param {number} port of `holdfast serve`
 */
export const serveCompressed = async (port) => {
  /** @type {Map<string, { status: number, headers: import("node:http").IncomingHttpHeaders, body: Buffer }>} */
  const answers = new Map();
  /** @param {string} path @param {import("node:http").ServerResponse} response */
  const answer = async (path, response) => {
    const { status, headers, body } = answers.get(path) ?? (await ask(port, path));
    answers.set(path, { status, headers, body });
    response.writeHead(status, headers);
    response.end(body);
  };
  const server = createServer((asked, response) => void answer(asked.url ?? "/", response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return {
    url: `http://localhost:${address.port}/`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

/** @param {number} port @param {string} path */
const ask = async (port, path) => {
  const asking = request({ port, path, host: "localhost" });
  asking.end();
  const [answer] = await once(asking, "response");
  const parts = [];
  for await (const part of answer) parts.push(part);
  const plain = Buffer.concat(parts);
  const isCompressed = compressed.test(String(answer.headers["content-type"]));
  const body = isCompressed ? gzipSync(plain) : plain;
  return {
    status: Number(answer.statusCode),
    headers: {
      ...answer.headers,
      "content-length": String(body.length),
      ...(isCompressed ? { "content-encoding": "gzip" } : {}),
    },
    body,
  };
};
