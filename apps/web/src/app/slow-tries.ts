/**
 * Somebody who holds an open place can try words on it, and the place itself counts no such try. So each wrong one makes
 * the next wait, as at the place's own door; in memory, for as long as the page lives.
 */
export interface SlowTries {
  /** The moment from which the next try is heard; 0: now. */
  readonly nextTryAt: () => number;
  readonly wrong: () => void;
  readonly right: () => void;
}

const delaysInSeconds = [0, 0, 5, 15, 60, 300] as const;

/** Milliseconds to wait after so many wrong tries in a row. */
export const delayAfterMs = (wrongTries: number): number =>
  1_000 * (delaysInSeconds[Math.min(wrongTries, delaysInSeconds.length - 1)] ?? 0);

export const createSlowTries = (now: () => number): SlowTries => {
  let wrongTries = 0;
  let nextTryAt = 0;
  return {
    nextTryAt: () => nextTryAt,
    wrong: () => {
      wrongTries += 1;
      const delay = delayAfterMs(wrongTries);
      nextTryAt = delay === 0 ? 0 : now() + delay;
    },
    right: () => {
      wrongTries = 0;
      nextTryAt = 0;
    },
  };
};
