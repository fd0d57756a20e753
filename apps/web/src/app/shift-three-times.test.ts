import { describe, expect, it } from "vitest";

import { createShiftCounter, type ShiftCount } from "./shift-three-times.ts";

const createKeyboard = () => {
  const counts: ShiftCount[] = [];
  let leaves = 0;
  let elapse = (): void => undefined;
  const handle = createShiftCounter({
    onCount: (count) => counts.push(count),
    onLeave: () => {
      leaves += 1;
    },
    startTimer: (_, elapsed) => {
      elapse = elapsed;
      return () => {
        elapse = () => undefined;
      };
    },
  });
  const shift = (): void => {
    handle({ type: "keydown", key: "Shift", shiftKey: true });
    handle({ type: "keyup", key: "Shift", shiftKey: false });
  };
  const letter = (key: string, shiftKey = false): void => {
    handle({ type: "keydown", key, shiftKey });
    handle({ type: "keyup", key, shiftKey });
  };
  const capital = (key: string): void => {
    handle({ type: "keydown", key: "Shift", shiftKey: true });
    letter(key, true);
    handle({ type: "keyup", key: "Shift", shiftKey: false });
  };
  return { shift, letter, capital, counts, leaves: () => leaves, wait: () => elapse() };
};

describe("Shift three times", () => {
  it("leaves at the third press, and says how many are needed before", () => {
    const { shift, counts, leaves } = createKeyboard();
    shift();
    shift();
    expect(leaves()).toBe(0);
    shift();
    expect(leaves()).toBe(1);
    expect(counts).toEqual([
      { kind: "armed", left: 2 },
      { kind: "armed", left: 1 },
    ]);
  });

  it("does not leave when somebody types capital letters", () => {
    const { capital, leaves } = createKeyboard();
    for (const letter of "HELLO") capital(letter);
    expect(leaves()).toBe(0);
  });

  it("begins anew after another key", () => {
    const { shift, letter, leaves } = createKeyboard();
    shift();
    shift();
    letter("a");
    shift();
    expect(leaves()).toBe(0);
  });

  it("says that it was called off when the next press does not come", () => {
    const { shift, wait, counts, leaves } = createKeyboard();
    shift();
    wait();
    expect(counts.at(-1)).toEqual({ kind: "expired" });
    shift();
    shift();
    expect(leaves()).toBe(0);
  });
});
