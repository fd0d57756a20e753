import type { StartTimer } from "../../app/start-timer.ts";

/** Often enough to be seen moving, and seldom enough to be drawn on a slow phone. */
const restMs = 200;

export interface CalmTelling {
  /** At once, or together with whatever else comes while it rests from the last time. */
  readonly soon: () => void;
  readonly now: () => void;
}

/** A folder gives thousands of events in a breath: the screen is told of them a few times a second. */
export const createCalmTelling = (tell: () => void, startTimer: StartTimer): CalmTelling => {
  let isResting = false;
  let hasMore = false;
  const tellAndRest = (): void => {
    hasMore = false;
    isResting = true;
    startTimer(restMs, () => {
      isResting = false;
      if (hasMore) tellAndRest();
    });
    tell();
  };
  return {
    soon: () => {
      if (isResting) hasMore = true;
      else tellAndRest();
    },
    now: () => {
      hasMore = false;
      tell();
    },
  };
};
