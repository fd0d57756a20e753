/**
 * When the place closes by itself (care.md 13). In the background after 2 minutes, after 15 when the person said that
 * they go back and forth, at once when the phone may be seen by somebody; in front, untouched, after 10 minutes. Never while
 * something is being picked, shared or copied: going to Instagram and back is the work.
 */
export interface LockTimer {
  /** The page went out of sight, or came back. */
  readonly setHidden: (isHidden: boolean) => void;
  /** What was said about the phone changed, or was read out of the place: it counts from where the page stands. */
  readonly rulesChanged: () => void;
  /** A touch, a key, a step of long work: somebody is there, or something is. */
  readonly touched: () => void;
  /** Something is under way that leaves this page for a moment. Gives the way to end it. */
  readonly hold: () => () => void;
  /** A link to a call, a text or a site was followed: held until they are back on this page, and once only. */
  readonly holdUntilBack: () => void;
}

export interface LockTimerDeps {
  readonly now: () => number;
  readonly startTimer: (durationMs: number, elapsed: () => void) => () => void;
  readonly isWatched: () => boolean;
  readonly goesBackAndForth: () => boolean;
  readonly lock: () => void;
}

export const hiddenMs = 2 * 60_000;
export const backAndForthMs = 15 * 60_000;
export const untouchedMs = 10 * 60_000;
/** A picker that never came back does not keep the place open for ever. */
export const heldMs = 15 * 60_000;

export const createLockTimer = (deps: LockTimerDeps): LockTimer => {
  let isHidden = false;
  let since = deps.now();
  let holds = 0;
  let isAway = false;
  let stop: (() => void) | undefined;

  const allowedMs = (): number => {
    if (holds > 0 || isAway) return heldMs;
    if (!isHidden) return untouchedMs;
    if (deps.isWatched()) return 0;
    return deps.goesBackAndForth() ? backAndForthMs : hiddenMs;
  };

  /** A frozen page's timers do not run: what counts is the clock, asked again whenever something happens. */
  const check = (): void => {
    stop?.();
    stop = undefined;
    const leftMs = since + allowedMs() - deps.now();
    if (leftMs <= 0) deps.lock();
    else stop = deps.startTimer(leftMs, check);
  };

  const begin = (): void => {
    since = deps.now();
    check();
  };

  begin();
  return {
    setHidden: (hidden) => {
      // Coming back too late locks before anything is shown.
      if (isHidden && !hidden) {
        check();
        isAway = false;
      }
      isHidden = hidden;
      begin();
    },
    rulesChanged: check,
    touched: () => {
      if (!isHidden) begin();
    },
    hold: () => {
      holds += 1;
      check();
      let isHeld = true;
      return () => {
        if (!isHeld) return;
        isHeld = false;
        holds -= 1;
        begin();
      };
    },
    holdUntilBack: () => {
      isAway = true;
      check();
    },
  };
};
