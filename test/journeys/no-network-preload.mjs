// @ts-check
// Preloaded into the command line: whatever would leave this machine throws, and is written down, because a program may
// catch what was thrown. `HOLDFAST_TEST_ATTEMPTS` names the file.
import { appendFileSync } from "node:fs";
import { createRequire, syncBuiltinESMExports } from "node:module";

const require = createRequire(import.meta.url);
const attempts = process.env["HOLDFAST_TEST_ATTEMPTS"] ?? "";

/** @param {string} what @returns {() => never} */
const refuse = (what) => () => {
  appendFileSync(attempts, `${what}\n`);
  throw new Error(`${what}: nothing may leave here`);
};

/** @param {object} holder @param {string} name @param {readonly string[]} methods */
const close = (holder, name, methods) => {
  for (const method of methods) {
    if (!(method in holder)) throw new Error(`${name} has no ${method} to close`);
    Object.assign(holder, { [method]: refuse(`${name}.${method}`) });
  }
};

// Everything that speaks TCP, fetch and WebSocket too, ends in these.
close(require("node:net").Socket.prototype, "net.Socket", ["connect"]);
close(require("node:net").Server.prototype, "net.Server", ["listen"]);
close(require("node:dgram").Socket.prototype, "dgram.Socket", ["bind", "connect", "send"]);
const lookups = ["lookup", "lookupService", "resolve", "resolve4", "resolve6", "resolveAny"];
const moreLookups = ["resolveMx", "resolveNs", "resolveSrv", "resolveTxt", "reverse"];
for (const name of ["node:dns", "node:dns/promises"]) {
  close(require(name), name.slice("node:".length), [...lookups, ...moreLookups]);
}
for (const name of ["node:http", "node:https"]) {
  close(require(name), name.slice("node:".length), ["get", "request"]);
}
close(require("node:http2"), "http2", ["connect"]);
close(globalThis, "global", ["fetch"]);
// Another program could speak in its place.
const starters = ["exec", "execFile", "fork", "spawn", "execSync", "execFileSync", "spawnSync"];
close(require("node:child_process"), "child_process", starters);
syncBuiltinESMExports();
