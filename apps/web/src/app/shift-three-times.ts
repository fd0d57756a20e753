/** How many more presses are needed, or that the counting was called off. */
export type ShiftCount =
  { readonly kind: "armed"; readonly left: 1 | 2 } | { readonly kind: "expired" };

export interface ShiftDeps {
  readonly startTimer: (durationMs: number, elapsed: () => void) => () => void;
  readonly onCount: (count: ShiftCount) => void;
  readonly onLeave: () => void;
}

/** Presses may be five seconds apart. Source: GOV.UK Frontend, exit-this-page.mjs (alphagov/govuk-frontend@4a1ae890). */
const betweenPressesMs = 5_000;

/**
 * Counts presses of Shift alone. Shift that was held for capital letters does not count, and any other key begins anew.
 * Gives a handler for `keydown` and `keyup`.
 */
export const createShiftCounter = (deps: ShiftDeps) => {
  let presses = 0;
  let wasHeldForOthers = false;
  let stopTimer: (() => void) | undefined;

  const reset = (): void => {
    stopTimer?.();
    stopTimer = undefined;
    if (presses > 0) deps.onCount({ kind: "expired" });
    presses = 0;
  };

  const press = (): void => {
    stopTimer?.();
    presses += 1;
    if (presses === 3) {
      presses = 0;
      deps.onLeave();
      return;
    }
    deps.onCount({ kind: "armed", left: presses === 1 ? 2 : 1 });
    stopTimer = deps.startTimer(betweenPressesMs, reset);
  };

  return (event: {
    readonly type: string;
    readonly key: string;
    readonly shiftKey: boolean;
  }): void => {
    if (event.key !== "Shift") {
      if (event.shiftKey) wasHeldForOthers = true;
      if (event.type === "keyup") reset();
      return;
    }
    if (event.type === "keydown") return;
    if (wasHeldForOthers) wasHeldForOthers = false;
    else press();
  };
};
