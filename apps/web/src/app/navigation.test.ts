import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { createNavigation, type HistoryPort } from "./navigation.ts";
import type { Route } from "./routes.ts";

/** A browser's history: entries hold numbers, and moving calls back. */
const createHistory = () => {
  let entries: number[] = [0];
  let at = 0;
  let listener: (index: number | undefined) => void = () => undefined;
  const port: HistoryPort = {
    push: (index) => {
      entries = [...entries.slice(0, at + 1), index];
      at += 1;
    },
    replace: (index) => {
      entries[at] = index;
    },
    back: () => {
      at -= 1;
      listener(entries[at]);
    },
    onMove: (heard) => {
      listener = heard;
    },
  };
  return {
    port,
    depth: () => at,
    backBy: (steps: number) => {
      at = Math.max(0, at - steps);
      listener(entries[at]);
    },
    forward: () => {
      if (at + 1 < entries.length) at += 1;
      listener(entries[at]);
    },
  };
};

const first: Route = { screen: "first" };

describe("navigation", () => {
  it("goes on and comes back", () => {
    const history = createHistory();
    const navigation = createNavigation(history.port, first);
    navigation.go({ screen: "gates" });
    navigation.go({ screen: "happened" });
    navigation.back();
    expect(navigation.current()).toEqual({ screen: "gates" });
    history.forward();
    expect(navigation.current()).toEqual({ screen: "happened" });
  });

  it("does not come back to a step that was replaced", () => {
    const history = createHistory();
    const navigation = createNavigation(history.port, first);
    navigation.go({ screen: "exit-explained" });
    navigation.replace({ screen: "gates" });
    navigation.back();
    expect(navigation.current()).toEqual(first);
  });

  it("never shows a screen from before a reset, however far the browser goes back", () => {
    const history = createHistory();
    const navigation = createNavigation(history.port, first);
    navigation.go({ screen: "gates" });
    navigation.go({ screen: "happened" });
    navigation.reset({ screen: "home" });
    expect(navigation.canGoBack()).toBe(false);
    history.backBy(2);
    expect(navigation.current()).toEqual({ screen: "home" });
  });

  it("always shows some screen and agrees with itself, whatever is pressed", () => {
    const step = fc.constantFrom(
      "go",
      "replace",
      "back",
      "reset",
      "browser back",
      "browser forward",
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const history = createHistory();
        const navigation = createNavigation(history.port, first);
        for (const name of steps) {
          if (name === "go") navigation.go({ screen: "gates" });
          else if (name === "replace") navigation.replace({ screen: "save" });
          else if (name === "back") navigation.back();
          else if (name === "reset") navigation.reset({ screen: "home" });
          else if (name === "browser back") history.backBy(1);
          else history.forward();
          expect(navigation.current().screen).toMatch(/^(first|gates|save|home)$/);
        }
      }),
    );
  });
});
