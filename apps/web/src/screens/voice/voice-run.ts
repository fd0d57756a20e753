import type { StartTimer } from "../../app/start-timer.ts";
import type { Door, DoorError } from "../../door/door.ts";
import type { VoiceToKeep } from "../../door/keeping.ts";
import type { Listening, Microphone, MicrophoneError } from "./microphone.ts";

export type VoiceState =
  | { readonly kind: "idle" }
  /** The browser asks whether the microphone may be used. */
  | { readonly kind: "asking" }
  | { readonly kind: "recording"; readonly startedAt: number }
  /** What was said is in this page's memory and nowhere else. */
  | { readonly kind: "held"; readonly voice: VoiceToKeep; readonly error?: DoorError }
  | { readonly kind: "keeping"; readonly voice: VoiceToKeep }
  | { readonly kind: "kept" }
  | { readonly kind: "failed"; readonly why: MicrophoneError["code"] };

/**
 * Something said into the app. The microphone is on only while its screen is seen: whoever leaves the screen, the page or the
 * app has finished. What was said is then kept, only for them, if that was chosen and a place is open; else it waits in memory
 * until the place or the page closes (care rule 13).
 */
export interface VoiceRun {
  readonly canRecord: boolean;
  readonly state: () => VoiceState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Only for the person. Without an open place it waits for one. */
  readonly keep: () => Promise<void>;
  readonly discard: () => void;
  /** The screen or the page goes out of sight, or the place is about to close. */
  readonly leave: () => Promise<void>;
  readonly keepsOnLeave: () => boolean;
  readonly setKeepsOnLeave: (keeps: boolean) => void;
  /** Nothing of a closed place stays on the page. */
  readonly placeClosed: () => void;
}

export interface VoiceDeps {
  readonly microphone: Microphone;
  readonly door: Pick<Door, "state" | "subscribe"> & {
    readonly keep: { readonly voices: Pick<Door["keep"]["voices"], "set"> };
  };
  readonly askForPlace: () => Promise<void>;
  /** Nobody touches the page while they speak; it does not close meanwhile. */
  readonly hold: () => () => void;
  readonly now: () => number;
  readonly startTimer: StartTimer;
  readonly nameOf: (saidAt: number) => string;
}

/** Longer is two of them; a page's memory and a backup have their bounds. */
export const longestMs = 15 * 60_000;

export const createVoiceRun = (deps: VoiceDeps): VoiceRun => {
  const core = createRecording(deps);
  let keepsOnLeave = true;
  let waitsForPlace = false;
  const isOpen = (): boolean => deps.door.state().kind === "open";

  const store = async (voice: VoiceToKeep): Promise<void> => {
    waitsForPlace = false;
    const isStill = core.mark();
    core.set({ kind: "keeping", voice });
    const kept = await deps.door.keep.voices.set(voice);
    if (!isStill()) return;
    core.set(kept.ok ? { kind: "kept" } : { kind: "held", voice, error: kept.error });
  };
  const giveUp = (): void => {
    waitsForPlace = false;
    core.giveUp();
  };
  const leave = createShared(async () => {
    const { kind } = core.state();
    if (kind === "asking" || kind === "kept" || kind === "failed") giveUp();
    await core.stop();
    const state = core.state();
    if (state.kind === "held" && keepsOnLeave && isOpen()) await store(state.voice);
  });

  deps.door.subscribe(() => {
    const state = core.state();
    if (waitsForPlace && state.kind === "held" && isOpen()) void store(state.voice);
  });

  return {
    canRecord: deps.microphone.canRecord,
    state: core.state,
    subscribe: core.subscribe,
    start: async () => {
      waitsForPlace = false;
      await core.start();
    },
    stop: core.stop,
    keep: async () => {
      const state = core.state();
      if (state.kind !== "held") return;
      if (isOpen()) await store(state.voice);
      else {
        waitsForPlace = true;
        await deps.askForPlace();
      }
    },
    discard: giveUp,
    leave,
    keepsOnLeave: () => keepsOnLeave,
    setKeepsOnLeave: (keeps) => {
      keepsOnLeave = keeps;
      core.tell();
    },
    placeClosed: () => {
      if (core.state().kind !== "idle") giveUp();
    },
  };
};

/** From the microphone's first second to what was said, in memory. */
const createRecording = (deps: VoiceDeps) => {
  const listeners = new Set<() => void>();
  let state: VoiceState = { kind: "idle" };
  let hand: { readonly listening: Listening; readonly letGo: () => void } | undefined;
  /** Grows with each that is begun or given up: an answer that comes later belongs to nothing. */
  let turn = 0;
  const mark = (): (() => boolean) => {
    const mine = turn;
    return () => mine === turn;
  };
  const tell = (): void => listeners.forEach((listener) => listener());
  const set = (next: VoiceState): void => {
    state = next;
    tell();
  };
  const letGo = (): void => {
    hand?.letGo();
    hand = undefined;
  };

  const end = async (listening: Listening, startedAt: number): Promise<void> => {
    const durationMs = deps.now() - startedAt;
    const isStill = mark();
    const sound = await listening.stop();
    if (!isStill()) return;
    letGo();
    if (sound === undefined) set({ kind: "failed", why: "broke" });
    else {
      const voice = { sound, saidAt: startedAt, durationMs, name: deps.nameOf(startedAt) };
      set({ kind: "held", voice });
    }
  };
  /** Whoever asks while it ends waits for the same end. */
  const stop = createShared(async () => {
    if (state.kind === "recording" && hand !== undefined)
      await end(hand.listening, state.startedAt);
  });

  const start = async (): Promise<void> => {
    if (state.kind === "asking" || state.kind === "recording") return;
    turn += 1;
    const isStill = mark();
    set({ kind: "asking" });
    const opened = await deps.microphone.listen(() => {
      if (isStill()) void stop();
    });
    if (!isStill()) {
      if (opened.ok) opened.value.drop();
      return;
    }
    if (!opened.ok) {
      set({ kind: "failed", why: opened.error.code });
      return;
    }
    hand = { listening: opened.value, letGo: takeHold(deps, () => void stop()) };
    set({ kind: "recording", startedAt: deps.now() });
  };

  return {
    state: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set,
    tell,
    mark,
    start,
    stop,
    giveUp: (): void => {
      turn += 1;
      hand?.listening.drop();
      letGo();
      set({ kind: "idle" });
    },
  };
};

/** The page stays open while somebody speaks, and what they say has a bound. */
const takeHold = (deps: VoiceDeps, tooLong: () => void): (() => void) => {
  const release = deps.hold();
  const stopTimer = deps.startTimer(longestMs, tooLong);
  return () => {
    stopTimer();
    release();
  };
};

/** One at a time: who comes meanwhile gets the one that runs. */
const createShared = (work: () => Promise<void>): (() => Promise<void>) => {
  let running: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    try {
      await work();
    } finally {
      running = undefined;
    }
  };
  return () => (running ??= run());
};
