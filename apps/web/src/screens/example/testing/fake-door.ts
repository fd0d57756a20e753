import { type Facts, ok } from "@holdfast/evidence";

import type { DoorState } from "../../../door/door.ts";
import type { KeepEvent } from "../../../door/keeping.ts";
import type { NewPlace } from "../../../door/places.ts";
import type { ExampleRunDeps } from "../example-run.ts";

/** A door that does as its interface says, and writes down what it was asked, in order. */
export const createFakeDoor = (events: (index: number) => readonly KeepEvent[] = () => []) => {
  const asked: string[] = [];
  const listeners = new Set<() => void>();
  let state: DoorState = { kind: "locked", why: "start" };
  const setState = (next: DoorState): void => {
    state = next;
    listeners.forEach((listener) => listener());
  };
  let places = 0;
  const door: ExampleRunDeps["door"] = {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    places: {
      create: (place: NewPlace) => {
        asked.push(`create ${place.keeps}`);
        const open = {
          id: String((places += 1)),
          name: place.name,
          keeps: place.keeps,
          pictures: place.pictures,
          unfinishedAdds: 0,
          lockedExhibits: [],
        };
        setState({ kind: "open", place: open, revision: 0 });
        return Promise.resolve(ok(open));
      },
      lock: () => {
        asked.push("lock");
        setState({ kind: "locked", why: "asked" });
        return Promise.resolve();
      },
    },
    see: {
      setFacts: (facts: Facts) => {
        asked.push(`facts ${facts.zone ?? ""}`);
        return Promise.resolve(ok(undefined));
      },
    },
    keep: {
      keepFiles: async function* (files) {
        await Promise.resolve();
        for (const [index, { name }] of files.entries()) {
          asked.push(`keep ${name}`);
          yield { kind: "began", index, name };
          yield* events(index);
        }
      },
    },
  };
  return { door, asked, setState };
};
