import type { PicturesPolicy, Progress } from "@holdfast/evidence";

import type { StartTimer } from "../../app/start-timer.ts";
import type { Door, DoorError } from "../../door/door.ts";
import type { FileToKeep, InboxList, KeepEvent, TextToKeep } from "../../door/keeping.ts";
import type { NewSecret } from "../../door/places.ts";
import { createCalmTelling } from "./calm-telling.ts";
import { createKeepingRunner, type KeepingStore } from "./keeping-runner.ts";

export type PicturesAnswer = "all-adult" | "protected";

/** Words, and who wants to hear that they are kept: whoever let go of them before would lose them. */
export interface TextInHand extends TextToKeep {
  readonly onKept?: () => void;
}

/** What somebody brings in: files, or words. */
export interface Pending {
  readonly files: readonly FileToKeep[];
  readonly texts: readonly TextInHand[];
  /** What was shared with the app while the place was closed. */
  readonly inbox: readonly { readonly id: string; readonly name: string }[];
}

/** Something that was brought in: from the choice to the list of what became of each. */
export type KeepingState =
  | { readonly kind: "idle" }
  /** There is no place yet: asked where and how to keep it. */
  | { readonly kind: "needs-place"; readonly pending: Pending }
  /** There is one, and it is closed. */
  | { readonly kind: "needs-opening"; readonly pending: Pending }
  | { readonly kind: "making-place"; readonly pending: Pending }
  | { readonly kind: "place-failed"; readonly pending: Pending; readonly error: DoorError }
  | RunningState
  /** The place closed meanwhile: how many were kept, and how many had no turn. No name of them stays on the page. */
  | { readonly kind: "cut-short"; readonly kept: number; readonly left: number }
  | DoneState;

export interface DoneState {
  readonly kind: "done";
  readonly events: readonly KeepEvent[];
  readonly stopped: boolean;
  /** What an event's `index` means, while it is at hand: out of a chat's archive more can be chosen. */
  readonly files: ReadonlyMap<number, FileToKeep>;
}

export interface RunningState {
  readonly kind: "running";
  readonly total: number;
  readonly name: string;
  readonly progress: Progress | undefined;
  readonly kept: number;
  /** The last few. A folder has thousands: they are listed when all is done. */
  readonly latest: readonly KeepEvent[];
  /** A question stands open, and the file waits for the answer. */
  readonly question: "pictures" | "strangers" | undefined;
}

export interface KeepingRun {
  readonly state: () => KeepingState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly begin: (pending: Partial<Pending>) => Promise<void>;
  /** Something that is kept elsewhere needs a place: asked for, or opened. Nothing is brought in by it. */
  readonly askForPlace: () => Promise<void>;
  /** Makes the place that was missing, and goes on with what waits. */
  readonly makePlace: (place: {
    readonly keeps: "on-device" | "nothing";
    readonly secrets: readonly NewSecret[];
    readonly pictures: PicturesPolicy;
  }) => Promise<void>;
  /** The place was opened: goes on with what waits, if anything. */
  readonly opened: () => Promise<void>;
  /** `undefined`: not now; the pictures are not kept. */
  readonly answer: (pictures: PicturesAnswer | undefined) => void;
  /** Whether they never met. `undefined`: not now; then the pictures that they sent stay out this time. */
  readonly answerStrangers: (strangers: boolean | undefined) => void;
  readonly stop: () => void;
  /** Lets go of every name, question and result: nothing of a closed place stays on the page. */
  readonly placeClosed: () => void;
  readonly clear: () => void;
}

/** The name of a first place. It can be read without any secret, and says nothing. */
const firstName = "1";

export const createKeepingRun = (door: Door, startTimer: StartTimer): KeepingRun => {
  const listeners = new Set<() => void>();
  let state: KeepingState = { kind: "idle" };
  const telling = createCalmTelling(() => listeners.forEach((listener) => listener()), startTimer);
  const store: KeepingStore = {
    get: () => state,
    set: (next) => {
      state = next;
      telling.now();
    },
    setCalmly: (next) => {
      state = next;
      telling.soon();
    },
  };
  const runner = createKeepingRunner(door, store);

  /** What waits is kept once there is a place, or once it is open. */
  const wait = async (pending: Pending): Promise<void> => {
    const places = await door.places.list();
    const hasPlace = places.ok && places.value.some((place) => place.state !== "unfinished");
    store.set({ kind: hasPlace ? "needs-opening" : "needs-place", pending });
  };
  /** Asked for by something else, nothing of this run waits. */
  const runOrRest = async (pending: Pending): Promise<void> => {
    const { files, texts, inbox } = pending;
    if (files.length + texts.length + inbox.length > 0) await runner.run(pending);
    else if (state.kind !== "done" && state.kind !== "running") store.set({ kind: "idle" });
  };

  return {
    state: store.get,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    begin: async ({ files = [], texts = [] }) => {
      if (files.length + texts.length === 0) return;
      const pending: Pending = { files, texts, inbox: [] };
      if (state.kind === "running") {
        runner.add(pending);
        return;
      }
      if (state.kind === "making-place" || state.kind === "needs-opening") {
        store.set({ kind: state.kind, pending: join(state.pending, pending) });
        return;
      }
      if (door.state().kind === "open") {
        await runner.run(pending);
        return;
      }
      await wait(pending);
    },
    askForPlace: async () => {
      if (state.kind === "running" || state.kind === "making-place") return;
      await wait(pendingOf(state));
    },
    makePlace: async ({ keeps, secrets, pictures }) => {
      if (state.kind === "making-place") return;
      const pending = pendingOf(state);
      store.set({ kind: "making-place", pending });
      const made = await door.places.create({ name: firstName, keeps, pictures, secrets });
      // More may have been chosen meanwhile.
      const waiting = pendingOf(state);
      if (made.ok) await runOrRest(waiting);
      else store.set({ kind: "place-failed", pending: waiting, error: made.error });
    },
    opened: async () => {
      const waiting = pendingOf(state);
      const inbox = await door.keep.inbox.list();
      const shared = inbox.ok ? inbox.value.entries.map(toShared) : [];
      await runOrRest({ ...waiting, inbox: shared });
    },
    answer: runner.answer,
    answerStrangers: runner.answerStrangers,
    stop: runner.stop,
    placeClosed: () => {
      if (state.kind === "running") runner.cut();
      else if (state.kind === "done") store.set({ kind: "idle" });
    },
    clear: () => {
      if (state.kind !== "running") store.set({ kind: "idle" });
    },
  };
};

const join = (first: Pending, then: Pending): Pending => ({
  files: [...first.files, ...then.files],
  texts: [...first.texts, ...then.texts],
  inbox: [...first.inbox, ...then.inbox],
});

/** What cannot be read has no name; it is told of when its turn comes. */
const toShared = (entry: InboxList["entries"][number]): Pending["inbox"][number] => ({
  id: entry.id,
  name: entry.state === "readable" ? entry.name : "",
});

const pendingOf = (state: KeepingState): Pending => {
  switch (state.kind) {
    case "needs-place":
    case "needs-opening":
    case "making-place":
    case "place-failed":
      return state.pending;
    case "idle":
    case "running":
    case "cut-short":
    case "done":
      return { files: [], texts: [], inbox: [] };
  }
};
