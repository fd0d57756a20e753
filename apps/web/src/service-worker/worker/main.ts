// The service worker: keeps one whole version of the app, answers from it, and takes in what other apps share.
// Bundled into one file, dist/sw.js, by apps/web/build.mjs, which writes the list of the build into it.
import { readOrder, type WorkerAnswer, type WorkerOrder } from "../messages.ts";
import { sealWords } from "./seal-words.ts";
import { isShare, receiveShare, takeShared, type Waiting } from "./shared.ts";
import {
  answerFromVersion,
  bringVersion,
  pathInVersion,
  removeOtherVersions,
  type Version,
  type VersionDeps,
} from "./version.ts";

declare const self: ServiceWorkerGlobalScope;
/** Written in by the build. */
declare const BUILT_VERSION: Version;

const version = BUILT_VERSION;
const { scope } = self.registration;
const waiting: Waiting = new Map();
let isForgotten = false;

const deps: VersionDeps = {
  caches: self.caches,
  fetch: (request) => self.fetch(request),
  sha256: async (bytes) =>
    [...new Uint8Array(await self.crypto.subtle.digest("SHA-256", bytes))]
      .map((byte) => byte.toString(16).padStart(2, "0"))
      .join(""),
  scope,
  isForgotten: () => isForgotten,
};

// No skipWaiting: open pages go on with the version that they began with, and the new one starts when they are closed
// or when the person says so.
self.addEventListener("install", (event) => {
  event.waitUntil(
    bringVersion(deps, version).then((whole) => {
      if (!whole) throw new Error("This version is not whole on the host; the one in use stays.");
      return undefined;
    }),
  );
});

self.addEventListener("activate", (event) => {
  // The page that asked for all this goes on with these files at once: it may lose its network in the next minute.
  event.waitUntil(removeOtherVersions(deps, version).then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (isShare(scope, request)) {
    event.respondWith(
      receiveShare(waiting, scope, request, {
        newTicket: () => self.crypto.randomUUID(),
        seal: (things) => sealWords(things, Date.now()),
      }),
    );
    return;
  }
  const path = isForgotten ? undefined : pathInVersion(scope, version, request);
  if (path !== undefined) event.respondWith(answerFromVersion(deps, version, path, request));
});

self.addEventListener("message", (event) => {
  const [port] = event.ports;
  const order = readOrder(event.data);
  if (port === undefined || order === undefined) return;
  event.waitUntil(follow(order).then((answer) => port.postMessage(answer)));
});

const follow = async ({ kind, ticket }: WorkerOrder): Promise<WorkerAnswer> => {
  switch (kind) {
    case "be-whole":
      isForgotten = false;
      return (await bringVersion(deps, version)) ? { kind: "whole" } : { kind: "not-whole" };
    case "forget":
      isForgotten = true;
      waiting.clear();
      return { kind: "forgotten" };
    case "take-over": {
      const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
      if (windows.filter(({ url }) => url.startsWith(scope)).length > 1) {
        return { kind: "other-windows" };
      }
      await self.skipWaiting();
      return { kind: "taking-over" };
    }
    case "take-shared": {
      const things = takeShared(waiting, ticket);
      return things === undefined ? { kind: "nothing-shared" } : { kind: "shared", things };
    }
  }
};
