import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { backAndForthMs, createLockTimer, heldMs, hiddenMs, untouchedMs } from "./lock-timer.ts";

const createRoom = (
  given: { readonly watched?: boolean; readonly backAndForth?: boolean } = {},
) => {
  let now = 0;
  let timers: { readonly at: number; readonly elapsed: () => void }[] = [];
  let locks = 0;
  let isWatched = given.watched === true;
  const timer = createLockTimer({
    now: () => now,
    startTimer: (durationMs, elapsed) => {
      const entry = { at: now + durationMs, elapsed };
      timers.push(entry);
      return () => {
        timers = timers.filter((other) => other !== entry);
      };
    },
    isWatched: () => isWatched,
    goesBackAndForth: () => given.backAndForth === true,
    lock: () => {
      locks += 1;
    },
  });
  return {
    timer,
    locks: () => locks,
    setWatched: (watched: boolean) => {
      isWatched = watched;
    },
    /** As on a phone: a page that is frozen runs no timers. */
    sleep: (durationMs: number) => {
      now += durationMs;
    },
    wait: (durationMs: number) => {
      const until = now + durationMs;
      for (;;) {
        const next = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        timers = timers.filter((other) => other !== next);
        now = next.at;
        next.elapsed();
        if (locks > 0) break;
      }
      now = until;
    },
  };
};

describe("the lock timer", () => {
  it("does not cut long work short in front of somebody, and still does out of sight", () => {
    const room = createRoom();
    for (let step = 0; step < 30; step += 1) {
      room.wait(untouchedMs / 2);
      room.timer.touched();
    }
    expect(room.locks()).toBe(0);
    room.timer.setHidden(true);
    room.wait(hiddenMs / 2);
    room.timer.touched();
    room.wait(hiddenMs / 2);
    expect(room.locks()).toBe(1);
  });

  it("locks two minutes after the page went out of sight", () => {
    const room = createRoom();
    room.timer.setHidden(true);
    room.wait(hiddenMs - 1);
    expect(room.locks()).toBe(0);
    room.wait(1);
    expect(room.locks()).toBe(1);
  });

  it("gives fifteen minutes to somebody who goes back and forth", () => {
    const room = createRoom({ backAndForth: true });
    room.timer.setHidden(true);
    room.wait(backAndForthMs - 1);
    expect(room.locks()).toBe(0);
    room.wait(1);
    expect(room.locks()).toBe(1);
  });

  it("locks at once when somebody may see the phone", () => {
    const room = createRoom({ watched: true });
    room.timer.setHidden(true);
    expect(room.locks()).toBe(1);
  });

  it("locks at once when it turns out, out of sight, that somebody may see the phone", () => {
    const room = createRoom();
    room.timer.setHidden(true);
    room.timer.rulesChanged();
    expect(room.locks()).toBe(0);
    room.setWatched(true);
    room.timer.rulesChanged();
    expect(room.locks()).toBe(1);
  });

  it("does not lock while pictures are being picked, even when somebody may see the phone", () => {
    const room = createRoom({ watched: true });
    const done = room.timer.hold();
    room.timer.setHidden(true);
    room.wait(hiddenMs);
    room.timer.setHidden(false);
    done();
    expect(room.locks()).toBe(0);
  });

  it("is held for one call or text only: the next time out of sight locks as always", () => {
    const room = createRoom({ watched: true });
    room.timer.holdUntilBack();
    room.timer.setHidden(true);
    room.wait(hiddenMs);
    room.timer.setHidden(false);
    expect(room.locks()).toBe(0);
    room.timer.setHidden(true);
    expect(room.locks()).toBe(1);
  });

  it("does not stay open for ever behind a picker that never came back", () => {
    const room = createRoom();
    room.timer.hold();
    room.timer.setHidden(true);
    room.wait(heldMs);
    expect(room.locks()).toBe(1);
  });

  it("locks before anything is shown when a frozen page comes back too late", () => {
    const room = createRoom();
    room.timer.setHidden(true);
    room.sleep(hiddenMs + 1);
    room.timer.setHidden(false);
    expect(room.locks()).toBe(1);
  });

  it("stays open in front as long as somebody touches it, whatever the rhythm below ten minutes", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: untouchedMs - 1 }), { maxLength: 30 }),
        (pauses) => {
          const room = createRoom();
          for (const pause of pauses) {
            room.wait(pause);
            room.timer.touched();
          }
          expect(room.locks()).toBe(0);
          room.wait(untouchedMs);
          expect(room.locks()).toBe(1);
        },
      ),
    );
  });
});
