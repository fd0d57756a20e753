import type { Route } from "./routes.ts";

/**
 * [Note: one neutral address] The address never changes and history entries hold a number: neither the browser's list of
 * pages nor a synchronised history tells which screen somebody was on. The stack of routes lives in memory alone, so a
 * reload, or coming back by the browser's own button, always begins at the front door.
 */
export interface Navigation {
  readonly current: () => Route;
  readonly canGoBack: () => boolean;
  readonly go: (route: Route) => void;
  /** Takes the place of the current screen: nobody wants to go back to a finished step. */
  readonly replace: (route: Route) => void;
  readonly back: () => void;
  /** Begins anew: the screens before can no longer be reached. */
  readonly reset: (route: Route) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** The part of the browser's history that is used; a fake in tests. */
export interface HistoryPort {
  readonly push: (index: number) => void;
  readonly replace: (index: number) => void;
  readonly back: () => void;
  /** Calls with the index of the entry that the browser has gone to, `undefined` for an entry of an earlier visit. */
  readonly onMove: (listener: (index: number | undefined) => void) => void;
}

export const createNavigation = (history: HistoryPort, first: Route): Navigation => {
  let stack: readonly Route[] = [first];
  let at = 0;
  /** Entries below belong to screens that were left behind for good. */
  let floor = 0;
  const listeners = new Set<() => void>();
  const changed = (): void => listeners.forEach((listener) => listener());

  history.replace(0);
  history.onMove((index) => {
    at = index === undefined ? floor : Math.min(Math.max(index, floor), stack.length - 1);
    // The browser has gone where there is no screen any more: it is put back onto the one that is shown.
    if (index !== at) history.replace(at);
    changed();
  });

  return {
    current: () => stack[at] ?? first,
    canGoBack: () => at > floor,
    go: (route) => {
      stack = [...stack.slice(0, at + 1), route];
      at += 1;
      history.push(at);
      changed();
    },
    replace: (route) => {
      stack = [...stack.slice(0, at), route];
      changed();
    },
    back: () => {
      if (at > floor) history.back();
    },
    reset: (route) => {
      stack = [...stack.slice(0, at), route];
      floor = at;
      changed();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
