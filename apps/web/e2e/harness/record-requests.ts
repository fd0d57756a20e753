import type { BrowserContext } from "playwright-core";

export interface RequestRecord {
  /** Every address that was asked for, in order: by pages, frames, workers and the service worker. */
  readonly urls: () => readonly string[];
  /** Those outside the app's own folder; none may ever be there. */
  readonly foreign: () => readonly string[];
}

/** Writes down every request of a browser from now on. `own` is the app's address, with "/" at its end. */
export const recordRequests = (context: BrowserContext, own: string): RequestRecord => {
  const urls: string[] = [];
  context.on("request", (request) => urls.push(request.url()));
  return {
    urls: () => urls,
    foreign: () =>
      urls.filter((url) => !url.startsWith(own) && !url.startsWith(`blob:${own.slice(0, -1)}/`)),
  };
};
