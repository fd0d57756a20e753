export interface LeaveDeps {
  /** Drops every key from memory; does not wait for anything. */
  readonly lockNow: () => void;
  /** The plain page that is shown instead: local, so that it works without a network. */
  readonly neutralPath: () => string;
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
    const address = new URL(deps.neutralPath(), document.baseURI).href;
    // A page that comes out of the back/forward cache is this blank one: it goes on to the plain page.
    addEventListener("pageshow", () => location.replace(address));
    takeOverHistory(address);
  };
};

const takeOverHistory = (address: string): void => {
  const depth = depthOf(history.state);
  const finish = (): void => {
    removeEventListener("popstate", finish);
    // The first entry gets the plain page's address, and a new one after it cuts off all that came later.
    history.replaceState(null, "", address);
    history.pushState(null, "", address);
    location.replace(address);
  };
  if (depth === 0) {
    finish();
    return;
  }
  addEventListener("popstate", finish);
  history.go(-depth);
  // A browser that does not move is not waited for.
  setTimeout(() => location.replace(address), 400);
};

const depthOf = (state: unknown): number =>
  typeof state === "object" && state !== null && "n" in state && typeof state.n === "number"
    ? state.n
    : 0;
