import type { PlainPage } from "./plain-page.ts";

export interface LeaveDeps {
  /** Drops every key from memory, and starts nothing any more; does not wait for anything. */
  readonly lockNow: () => void;
  /** The plain page that is shown instead: local, so that it works without a network. */
  readonly neutralPath: () => string;
  readonly plainPage: Pick<PlainPage, "show">;
}

/**
 * The way out: keys first, then a blank page, then a plain local page in this one's place.
 *
 * Every entry of the browser's history that the app made becomes the plain page too: going back shows no screen of ours.
 * Source: GOV.UK Frontend exit-this-page (blank first); CHI 2023, doi 10.1145/3544548.3581078 (history left behind).
 */
export const createLeave = (deps: LeaveDeps): (() => void) => {
  let isLeaving = false;
  return () => {
    if (isLeaving) return;
    isLeaving = true;
    deps.lockNow();
    // A voice that reads on would say more than any picture.
    globalThis.speechSynthesis?.cancel();
    document.title = "";
    document.body.replaceChildren();
    keepIconsWhereTheyAre();
    const address = new URL(deps.neutralPath(), document.baseURI).href;
    // Held in memory, it is there at once, on any network.
    const isShown = deps.plainPage.show(address);
    const goOn = (): void => void goTo(address, isShown);
    // A page that comes out of the back/forward cache is this one: it goes on to the plain page.
    addEventListener("pageshow", goOn);
    takeOverHistory(address, goOn);
  };
};

/** A browser asks for the icon again when the address changes, and a relative one would then be looked for beside it. */
const keepIconsWhereTheyAre = (): void => {
  for (const link of document.head.querySelectorAll<HTMLLinkElement>("link[href]")) {
    link.setAttribute("href", link.href);
  }
};

/** Where it is shown already, this page is only given up for one that can be had. See [Note: the plain page in memory]. */
const goTo = async (address: string, isShown: boolean): Promise<void> => {
  if (!isShown || (await canBeHad(address))) location.replace(address);
};

const canBeHad = async (address: string): Promise<boolean> => {
  try {
    return (await fetch(address)).ok;
  } catch (failure) {
    // No network: what `fetch` says then.
    if (failure instanceof TypeError) return false;
    throw failure;
  }
};

const takeOverHistory = (address: string, goOn: () => void): void => {
  const depth = depthOf(history.state);
  const finish = (): void => {
    removeEventListener("popstate", finish);
    // The first entry gets the plain page's address, and a new one after it cuts off all that came later.
    history.replaceState(null, "", address);
    history.pushState(null, "", address);
    goOn();
  };
  if (depth === 0) {
    finish();
    return;
  }
  addEventListener("popstate", finish);
  history.go(-depth);
  // A browser that does not move is not waited for.
  setTimeout(goOn, 400);
};

const depthOf = (state: unknown): number =>
  typeof state === "object" && state !== null && "n" in state && typeof state.n === "number"
    ? state.n
    : 0;
