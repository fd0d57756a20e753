/** Calls once after that time; gives the way to call it off. */
export type StartTimer = (durationMs: number, elapsed: () => void) => () => void;

export const startTimer: StartTimer = (durationMs, elapsed) => {
  const timer = setTimeout(elapsed, durationMs);
  return () => clearTimeout(timer);
};
