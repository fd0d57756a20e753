import type { Result } from "@holdfast/evidence";

import {
  type OrderKind,
  readAnswer,
  type SharedThings,
  ticketParameter,
  type WorkerAnswer,
} from "./messages.ts";
import { cacheNamePrefix } from "./worker/version.ts";

/**
 * Nothing of this runs by itself: the app calls it when the person goes on without the mode that leaves nothing, and
 * never before.
 */
export interface OfflineError {
  readonly code:
    /** No service workers here: a private window of some browsers, or a page without https. */
    | "offline_not_available"
    /** The host could not be reached, or is half through an update. The version in use, if any, stays. */
    | "offline_not_whole";
}

/** How long a worker may take to say anything about itself. Bringing a whole version has no such bound. */
const answerWithinMs = 5_000;

const ownFolder = (): string => new URL("./", document.baseURI).href;

const containerHere = (): ServiceWorkerContainer | undefined =>
  "serviceWorker" in navigator ? navigator.serviceWorker : undefined;

/** Keeps the app, whole, on this device: from then on it opens without a network. */
export const registerOffline = async (): Promise<Result<undefined, OfflineError>> => {
  const container = containerHere();
  if (container === undefined) return { ok: false, error: { code: "offline_not_available" } };
  const registered = await register(container);
  if (!registered.ok) return registered;
  const worker = await whenActive(registered.value);
  const answer = worker === undefined ? undefined : await ask(worker, "be-whole", {});
  if (answer?.kind === "whole") return { ok: true, value: undefined };
  return { ok: false, error: { code: "offline_not_whole" } };
};

const register = async (
  container: ServiceWorkerContainer,
): Promise<Result<ServiceWorkerRegistration, OfflineError>> => {
  try {
    const registration = await container.register(new URL("sw.js", ownFolder()), {
      updateViaCache: "none",
    });
    return { ok: true, value: registration };
  } catch (error) {
    // A SecurityError where the browser forbids it, a TypeError where the script cannot be had.
    if (error instanceof DOMException)
      return { ok: false, error: { code: "offline_not_available" } };
    if (error instanceof TypeError) return { ok: false, error: { code: "offline_not_whole" } };
    throw error;
  }
};

/** The worker that is in use, or the first one once it is; undefined when its installation failed. */
const whenActive = (registration: ServiceWorkerRegistration): Promise<ServiceWorker | undefined> =>
  new Promise((resolve) => {
    const { active, waiting, installing } = registration;
    if (active !== null) return resolve(active);
    const coming = installing ?? waiting;
    if (coming === null) return resolve(undefined);
    coming.addEventListener("statechange", () => {
      if (coming.state === "activated") resolve(coming);
      if (coming.state === "redundant") resolve(undefined);
    });
  });

/** Takes away everything that `registerOffline` brought. Works whether or not it was ever called. */
export const forgetOffline = async (): Promise<void> => {
  const scope = ownFolder();
  const registrations = (await containerHere()?.getRegistrations()) ?? [];
  for (const registration of registrations) {
    if (registration.scope !== scope) continue;
    const { installing, waiting, active } = registration;
    // First the hands off the cache: a worker that is still installing would bring it back.
    for (const worker of [installing, waiting, active]) {
      if (worker !== null) await ask(worker, "forget", { withinMs: answerWithinMs });
    }
    await registration.unregister();
  }
  if (!("caches" in globalThis)) return;
  for (const name of await caches.keys()) {
    if (name.startsWith(cacheNamePrefix(scope))) await caches.delete(name);
  }
};

/** True when a newer version lies ready. The browser looks for one at each start; here it is asked to look now. */
export const findNewVersion = async (): Promise<boolean> => {
  const registration = await containerHere()?.getRegistration(ownFolder());
  return registration !== undefined && registration.waiting !== null;
};

/**
 * Changes to the version that lies ready, and loads the page anew: to be called only when nothing unsaved is open.
 * "other-windows" when another window still runs on the old one; "no-answer" when the worker that waits said nothing in time,
 * so that it can be asked again; "none" when there is nothing to change to.
 */
export const useNewVersion = async (): Promise<
  "changing" | "other-windows" | "no-answer" | "none"
> => {
  const container = containerHere();
  const worker = (await container?.getRegistration(ownFolder()))?.waiting;
  if (container === undefined || worker === undefined || worker === null) return "none";
  const loadAnew = (): void => location.reload();
  container.addEventListener("controllerchange", loadAnew, { once: true });
  const answer = await ask(worker, "take-over", { withinMs: answerWithinMs });
  if (answer?.kind === "taking-over") return "changing";
  // Not granted: a change that comes later, from somewhere else, must not load a page that holds something unsaved.
  container.removeEventListener("controllerchange", loadAnew);
  return answer?.kind === "other-windows" ? "other-windows" : "no-answer";
};

/** What another app shared with the page that has just opened. */
export type Arrival =
  | { readonly kind: "none" }
  | { readonly kind: "arrived"; readonly things: SharedThings }
  /** The browser ended the worker before it could hand over: it has to be shared once more. */
  | { readonly kind: "lost" };

/**
 * Takes the ticket of what was shared out of the address. To be called before anything else at the start of the page: each
 * screen that somebody opens meanwhile would take the address along into the list of pages.
 */
export const takeTicket = (): string | undefined => {
  const address = new URL(location.href);
  const ticket = address.searchParams.get(ticketParameter);
  if (ticket === null) return undefined;
  address.searchParams.delete(ticketParameter);
  history.replaceState(history.state, "", address.href);
  return ticket;
};

/** What the ticket stands for; each is handed over once. */
export const takeArrival = async (ticket: string | undefined): Promise<Arrival> => {
  if (ticket === undefined) return { kind: "none" };
  const worker = containerHere()?.controller;
  if (worker === undefined || worker === null) return { kind: "lost" };
  const answer = await ask(worker, "take-shared", { ticket, withinMs: answerWithinMs });
  return answer?.kind === "shared" ? { kind: "arrived", things: answer.things } : { kind: "lost" };
};

const ask = (
  worker: ServiceWorker,
  kind: OrderKind,
  { ticket = "", withinMs }: { readonly ticket?: string; readonly withinMs?: number },
): Promise<WorkerAnswer | undefined> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", ({ data }) => {
      port1.close();
      resolve(readAnswer(data));
    });
    port1.start();
    if (withinMs !== undefined) setTimeout(() => resolve(undefined), withinMs);
    worker.postMessage({ kind, ticket }, [port2]);
  });
