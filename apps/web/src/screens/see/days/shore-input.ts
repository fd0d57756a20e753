import type { KeyboardEvent } from "react";

import type { RhythmBar } from "./rhythm.ts";

const isRightToLeft = (element: Element): boolean => getComputedStyle(element).direction === "rtl";

/** The column under a place of the screen. */
export const indexUnder = (columns: HTMLElement | null, clientX: number, count: number): number => {
  const [first, last] = [columns?.firstElementChild ?? null, columns?.lastElementChild ?? null];
  if (columns === null || first === null || last === null) return 0;
  const [one, other] = [first.getBoundingClientRect(), last.getBoundingClientRect()];
  const [left, right] = [Math.min(one.left, other.left), Math.max(one.right, other.right)];
  const part = (clientX - left) / Math.max(1, right - left);
  const index = Math.floor((isRightToLeft(columns) ? 1 - part : part) * count);
  return Math.max(0, Math.min(count - 1, index));
};

/** What a key of the picture means: another bar with something in it (empty ones have nothing to say), or to go there. */
export const keyTo = (
  { key, currentTarget }: KeyboardEvent,
  bars: readonly RhythmBar[],
  at: number,
): number | "go" | undefined => {
  const filled = bars.flatMap(({ total }, index) => (total > 0 ? [index] : []));
  const forward = isRightToLeft(currentTarget) ? "ArrowLeft" : "ArrowRight";
  switch (key) {
    case "Enter":
    case " ":
      return "go";
    case "Home":
      return filled[0];
    case "End":
      return filled.at(-1);
    case "ArrowLeft":
    case "ArrowRight":
    case "ArrowUp":
    case "ArrowDown":
      return key === forward || key === "ArrowUp"
        ? filled.find((index) => index > at)
        : filled.findLast((index) => index < at);
    default:
      return undefined;
  }
};
