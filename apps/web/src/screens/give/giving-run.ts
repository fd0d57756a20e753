import type { Progress } from "@holdfast/evidence";
import type { BagPlan } from "@holdfast/output";

import type { Door, DoorError } from "../../door/door.ts";
import type { BagLock, Give, MadeBag } from "../../door/giving.ts";

/** A copy in the making: it goes on while somebody looks at other screens, and is gone when the place closes. */
export type GivingState =
  | { readonly kind: "idle" }
  | {
      readonly kind: "making";
      readonly purpose: BagPlan["purpose"];
      readonly progress: Progress | undefined;
    }
  | { readonly kind: "failed"; readonly error: DoorError }
  | {
      readonly kind: "made";
      readonly purpose: BagPlan["purpose"];
      readonly made: MadeBag;
      /** What opens it. */
      readonly lock: BagLock["kind"];
    };

export interface GivingRun {
  readonly state: () => GivingState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly make: (plan: BagPlan, lock: BagLock) => Promise<void>;
  readonly stop: () => void;
  readonly clear: () => void;
}

/** The part of the door that it needs. */
export interface GivingDoor extends Pick<Door, "state" | "subscribe"> {
  readonly give: Pick<Give, "build">;
}

/** A plain copy must not stay in memory behind a closed place: whatever closes it, the copy goes too. */
export const createGivingRun = (door: GivingDoor): GivingRun => {
  const listeners = new Set<() => void>();
  let state: GivingState = { kind: "idle" };
  let stopper: AbortController | undefined;
  const set = (next: GivingState): void => {
    state = next;
    listeners.forEach((listener) => listener());
  };
  const clear = (): void => {
    stopper?.abort();
    stopper = undefined;
    if (state.kind !== "idle") set({ kind: "idle" });
  };
  door.subscribe(() => {
    if (door.state().kind === "locked") clear();
  });
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    make: async (plan, lock) => {
      if (state.kind === "making") return;
      const { purpose } = plan;
      const mine = new AbortController();
      stopper = mine;
      set({ kind: "making", purpose, progress: undefined });
      const made = await door.give.build(plan, lock, {
        signal: mine.signal,
        onProgress: (progress) => {
          if (stopper === mine) set({ kind: "making", purpose, progress });
        },
      });
      // Cleared meanwhile: what came of it is nobody's any more.
      if (stopper !== mine) return;
      stopper = undefined;
      set(
        made.ok
          ? { kind: "made", purpose, made: made.value, lock: lock.kind }
          : { kind: "failed", error: made.error },
      );
    },
    stop: () => stopper?.abort(),
    clear,
  };
};
