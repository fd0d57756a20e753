import { expect, it } from "vitest";

import type { DoorState } from "../../door/door.ts";
import { createSeeMemory } from "./see-memory.ts";

it("forgets what was looked for when the place is closed", () => {
  let state: DoorState = { kind: "locking" };
  let changed = (): void => undefined;
  const memory = createSeeMemory({
    state: () => state,
    subscribe: (listener) => {
      changed = listener;
      return () => undefined;
    },
  });
  memory.change({ text: "friday", place: { day: "2026-03-05", row: 4, withinPx: 2 } });
  expect(memory.read().text).toBe("friday");
  state = { kind: "locked", why: "asked" };
  changed();
  expect(memory.read()).toMatchObject({ text: "", place: undefined });
});
