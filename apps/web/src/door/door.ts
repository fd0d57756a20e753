import type { Check } from "./checking.ts";
import type { Give } from "./giving.ts";
import type { Guide } from "./guiding.ts";
import type { Keep } from "./keeping.ts";
import type { Keys } from "./opening.ts";
import type { OpenPlace, Places } from "./places.ts";
import type { See } from "./seeing.ts";

/** What the screens know without asking; a new object whenever something changed, and only then. */
export type DoorState =
  | {
      readonly kind: "locked";
      /**
       * - `start`: nothing was opened since the page came
       * - `asked`: by `lock` or `lockNow`
       * - `taken-over`: another tab asked for the place; say so
       * - `worker-died`: say that what was kept is whole, and let them open it again
       * - `place-gone`: the worker died, and took a place along that kept nothing on the device
       */
      readonly why: "start" | "asked" | "taken-over" | "worker-died" | "place-gone";
    }
  /** Writes are being finished. */
  | { readonly kind: "locking" }
  | {
      readonly kind: "open";
      readonly place: OpenPlace;
      /** Grows with everything that changed in the case: ask anew for what is shown. */
      readonly revision: number;
    };

export interface Storage {
  /** Asks the browser not to clear the place by itself, and gives its answer. Asked from a tap. */
  readonly persist: () => Promise<"granted" | "refused" | "unknown">;
  readonly isPersisted: () => Promise<"granted" | "refused" | "unknown">;
  /** `undefined` where the browser does not tell. */
  readonly estimate: () => Promise<
    { readonly usedInBytes: number; readonly availableInBytes: number } | undefined
  >;
}

/**
 * The only way from a screen to what is kept. Behind it stands a worker that holds keys, database and originals, and
 * behind that one a worker that parses and holds nothing. No method blocks the page, and no key comes through.
 *
 * Expected failures are values (`DoorError`). Everything but `places`, `check` and `storage` answers `place_locked` while
 * no place is open. Work that was under way when the place was locked answers `place_locked`, and after a death of the
 * worker `worker_died`; the next call starts a new one.
 *
 * Made once, in main.tsx: `createDoor({ startWorker })`. The state fits `useSyncExternalStore(door.subscribe, door.state)`.
 */
export interface Door {
  readonly state: () => DoorState;
  /** Gives the way to stop hearing. */
  readonly subscribe: (listener: () => void) => () => void;
  /**
   * Calls while the place is still open, right before it closes by `places.lock` or goes over to another window: what is asked
   * of the door within this call is still answered. Not before `lockNow`, nor when the worker dies: there is no such moment.
   */
  readonly beforeClosing: (listener: () => void) => () => void;
  readonly places: Places;
  readonly keep: Keep;
  readonly see: See;
  readonly give: Give;
  readonly keys: Keys;
  readonly check: Check;
  readonly guide: Guide;
  readonly storage: Storage;
}

export type { DoorError, DoorErrorCode } from "./door-error.ts";
export type { Answer, Work } from "./work.ts";
