import type { Result } from "@holdfast/evidence";

import type { Door, DoorError } from "../../door/door.ts";
import type { ExampleName } from "./example-names.ts";
import type { Example, LoadExampleError } from "./load-example.ts";

export type ExampleError = LoadExampleError | DoorError;

/** One example, from the choice to the end of its walk. */
export type ExampleState =
  /** `closed`: it was open until now, and ended otherwise than by the person: a lock, another tab, a crash. */
  | { readonly kind: "none"; readonly closed: boolean }
  | {
      readonly kind: "loading";
      readonly name: ExampleName;
      readonly kept: number;
      /** 0 while it is being fetched. */
      readonly total: number;
    }
  | { readonly kind: "failed"; readonly name: ExampleName; readonly error: ExampleError }
  | { readonly kind: "open"; readonly name: ExampleName; readonly station: number };

export interface ExampleRun {
  readonly state: () => ExampleState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Closes what is open, makes a place in memory and brings the example into it, by the same road as anything else. */
  readonly begin: (name: ExampleName) => Promise<void>;
  /** From 0. */
  readonly goTo: (station: number) => void;
  /** Everything of it is gone. Stops the loading too. */
  readonly leave: () => Promise<void>;
}

export interface ExampleRunDeps {
  readonly door: Pick<Door, "state" | "subscribe"> & {
    readonly places: Pick<Door["places"], "create" | "lock">;
    readonly keep: Pick<Door["keep"], "keepFiles">;
    readonly see: Pick<Door["see"], "setFacts">;
  };
  readonly load: (name: ExampleName) => Promise<Result<Example, LoadExampleError>>;
}

const nothing: ExampleState = { kind: "none", closed: false };

export const createExampleRun = ({ door, load }: ExampleRunDeps): ExampleRun => {
  const listeners = new Set<() => void>();
  let state: ExampleState = nothing;
  /** Of the loading under way, or of the example that is open. */
  let current: AbortController | undefined;
  let place: string | undefined;
  /** One after the other: a place that is being made cannot be called back, only closed when it is there. */
  let working: Promise<void> = Promise.resolve();
  const set = (next: ExampleState): void => {
    state = next;
    listeners.forEach((listener) => listener());
  };
  const forget = (): void => {
    current?.abort();
    current = undefined;
    place = undefined;
  };
  door.subscribe(() => {
    if (place === undefined || openPlace(door) === place) return;
    forget();
    set({ kind: "none", closed: true });
  });

  const bringIn = async (
    name: ExampleName,
    signal: AbortSignal,
  ): Promise<ExampleError | undefined> => {
    const example = await load(name);
    if (!example.ok) return example.error;
    if (signal.aborted) return undefined;
    if (door.state().kind !== "locked") await door.places.lock();
    const made = await door.places.create(memoryPlace);
    if (!made.ok) return made.error;
    place = made.value.id;
    // Before the files: they say whether what a stranger sent is kept out.
    const told = await door.see.setFacts(example.value.facts);
    if (!told.ok) return told.error;
    const total = example.value.files.length;
    return keepAll(door, example.value, signal, (kept) => {
      if (!signal.aborted) set({ kind: "loading", name, kept, total });
    });
  };

  const run = async (name: ExampleName, stopping: AbortController): Promise<void> => {
    const problem = stopping.signal.aborted ? undefined : await bringIn(name, stopping.signal);
    if (stopping.signal.aborted || problem !== undefined) {
      const hasPlace = place !== undefined;
      place = undefined;
      if (hasPlace) await door.places.lock();
    }
    if (stopping.signal.aborted) return;
    set(
      problem === undefined
        ? { kind: "open", name, station: 0 }
        : { kind: "failed", name, error: problem },
    );
  };

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    begin: (name) => {
      forget();
      const stopping = new AbortController();
      current = stopping;
      set({ kind: "loading", name, kept: 0, total: 0 });
      working = working.then(() => run(name, stopping));
      return working;
    },
    goTo: (station) => {
      if (state.kind === "open") set({ ...state, station });
    },
    leave: async () => {
      const isOpen = state.kind === "open";
      forget();
      set(nothing);
      if (isOpen) await door.places.lock();
      else await working;
    },
  };
};

const memoryPlace = {
  name: "Example",
  keeps: "nothing",
  pictures: "all-adult",
  secrets: [],
} as const;

const openPlace = (door: ExampleRunDeps["door"]): string | undefined => {
  const state = door.state();
  return state.kind === "open" ? state.place.id : undefined;
};

/** What kept the example from being whole; a file that the rules of the case keep out is as it should be. */
const keepAll = async (
  door: ExampleRunDeps["door"],
  { files }: Example,
  signal: AbortSignal,
  onKept: (count: number) => void,
): Promise<DoorError | undefined> => {
  let count = 0;
  onKept(count);
  for await (const event of door.keep.keepFiles(files, { signal })) {
    switch (event.kind) {
      case "began":
        break;
      case "kept":
        onKept((count += 1));
        break;
      case "not-kept":
        if (!isKeptOut(event.error)) return event.error;
        break;
      case "stopped":
        return event.error;
    }
  }
  return undefined;
};

const isKeptOut = ({ code }: DoorError): boolean =>
  code === "picture_not_kept" || code === "recording_not_kept" || code === "file_not_kept";
