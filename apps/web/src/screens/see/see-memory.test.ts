import { expect, it } from "vitest";

import type { DoorState } from "../../door/door.ts";
import { createSeeMemory } from "./see-memory.ts";

const createWithDoor = () => {
  let state: DoorState = { kind: "locking" };
  let changed = (): void => undefined;
  const memory = createSeeMemory({
    state: () => state,
    subscribe: (listener) => {
      changed = listener;
      return () => undefined;
    },
  });
  const close = (): void => {
    state = { kind: "locked", why: "asked" };
    changed();
  };
  return { memory, close };
};

it("forgets what was looked for when the place is closed", () => {
  const { memory, close } = createWithDoor();
  memory.change({ text: "friday", place: { day: "2026-03-05", row: 4, withinPx: 2 } });
  expect(memory.read().text).toBe("friday");
  memory.around(7).change({ sought: 7 });
  close();
  expect(memory.around(7).read().sought).toBe(undefined);
  expect(memory.read()).toMatchObject({ text: "", place: undefined });
});

it("keeps a view around a row apart from what was searched for before", () => {
  const { memory } = createWithDoor();
  memory.change({ text: "friday", found: { limit: 40, topPx: 300 } });
  memory.around(7).change({ place: { day: "2026-03-05", row: 4, withinPx: 2 }, sought: 7 });
  expect(memory.read()).toMatchObject({ text: "friday", place: undefined, sought: undefined });
  expect(memory.around(7).read()).toMatchObject({ text: "", sought: 7 });
});
