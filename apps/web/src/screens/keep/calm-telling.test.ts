import fc from "fast-check";
import { expect, test } from "vitest";

import { createCalmTelling } from "./calm-telling.ts";

const setUp = () => {
  let value = 0;
  const told: number[] = [];
  let elapsed: (() => void) | undefined;
  const telling = createCalmTelling(
    () => told.push(value),
    (_, whenOver) => {
      elapsed = whenOver;
      return () => undefined;
    },
  );
  return {
    told,
    telling,
    change: () => {
      value += 1;
      return value;
    },
    rest: () => {
      const over = elapsed;
      elapsed = undefined;
      over?.();
    },
  };
};

test("the first is told at once, and a thousand after it in one", () => {
  const { telling, told, change, rest } = setUp();
  for (let event = 0; event < 1_001; event += 1) {
    change();
    telling.soon();
  }
  expect(told).toEqual([1]);
  rest();
  expect(told).toEqual([1, 1_001]);
  rest();
  expect(told).toEqual([1, 1_001]);
});

test("what cannot wait is told at once, and not a second time", () => {
  const { telling, told, change, rest } = setUp();
  for (const tell of [telling.soon, telling.soon, telling.now]) {
    change();
    tell();
  }
  expect(told).toEqual([1, 3]);
  rest();
  expect(told).toEqual([1, 3]);
});

test("property: whatever comes when, the last of it is told once it rests, and never more than what came", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("soon", "now", "rest")), (steps) => {
      const { telling, told, change, rest } = setUp();
      let last = 0;
      for (const step of steps) {
        if (step === "rest") rest();
        else {
          last = change();
          telling[step]();
        }
      }
      rest();
      expect(told.at(-1) ?? 0).toBe(last);
      expect(told).toEqual([...new Set(told)]);
    }),
  );
});
