import type { HistoryPort } from "./navigation.ts";

const indexOf = (state: unknown): number | undefined =>
  typeof state === "object" && state !== null && "n" in state && typeof state.n === "number"
    ? state.n
    : undefined;

export const createBrowserHistory = (): HistoryPort => ({
  push: (index) => history.pushState({ n: index }, ""),
  replace: (index) => history.replaceState({ n: index }, ""),
  back: () => history.back(),
  onMove: (listener) => addEventListener("popstate", (event) => listener(indexOf(event.state))),
});
