// @ts-check
// Serves one file on this computer alone. It answers nothing but that page, and only to this computer's own name.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

const ownNames = new Set(["localhost", "127.0.0.1"]);

/**
 * A page from elsewhere whose name was pointed at 127.0.0.1 (DNS rebinding) still sends its own name as Host.
 *
 * @param {string | undefined} host
 */
export const isOwnHost = (host) => host !== undefined && ownNames.has(host.replace(/:\d+$/, ""));

/** The page's own policy, repeated as a header: whichever is stricter wins. @param {string} html */
export const policyOf = (html) =>
  /<meta\s+http-equiv="Content-Security-Policy"\s+content="([^"]*)"/i.exec(html)?.[1]
  ?? "default-src 'none'";

/** @param {string} htmlPath */
export const createPageServer = (htmlPath) =>
  createServer((request, response) => {
    /** @param {number} status @param {string} body @param {Record<string, string>} [headers] */
    const answer = (status, body, headers = { "content-type": "text/plain; charset=utf-8" }) => {
      response.writeHead(status, {
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cross-origin-resource-policy": "same-origin",
        ...headers,
      });
      response.end(request.method === "HEAD" ? undefined : body);
    };
    if (!isOwnHost(request.headers.host)) return answer(403, "Only for this computer.\n");
    if (request.method !== "GET" && request.method !== "HEAD")
      return answer(405, "Only reading.\n");
    if (request.url !== "/" && request.url !== "/index.html")
      return answer(404, "Only one page.\n");
    const html = readFileSync(htmlPath, "utf8");
    return answer(200, html, {
      "content-type": "text/html; charset=utf-8",
      // `frame-ancestors` works only as a header.
      "content-security-policy": `${policyOf(html)}; frame-ancestors 'none'`,
    });
  });

/**
 * Listens on 127.0.0.1 at `port`, or at the next free one, and gives the port.
 *
 * @param {import("node:http").Server} server
 * @param {number} port
 * @param {number} [tries]
 * @returns {Promise<number>}
 */
export const listenFrom = (server, port, tries = 20) =>
  new Promise((resolve, reject) => {
    const onError = (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code !== "EADDRINUSE" || tries <= 1) return reject(error);
      return resolve(listenFrom(server, port + 1, tries - 1));
    };
    server.once("error", onError);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", onError);
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
