export const happenings = [
  "threat",
  "paid",
  "posted",
  "locked_out",
  "made_with_ai",
  "work",
  "abroad",
  "helping",
] as const;
export const moreHappenings = [
  "sent_to_me",
  "i_shared",
  "self_threat",
  "meet",
  "delete",
  "again",
  "other_secret",
] as const;
export type Happening = (typeof happenings)[number] | (typeof moreHappenings)[number];

/**
 * What was answered and chosen in this visit. In memory alone: answers to the gates are never stored (care.md 5).
 */
export interface SessionState {
  readonly danger: boolean;
  /** Someone who scares them could pick up this phone: lock at once, no face unlock. */
  readonly watched: boolean;
  readonly young: boolean;
  readonly gatesAnswered: boolean;
  readonly happening: Happening | undefined;
  /** `nothing`: no service worker, no storage. */
  readonly keeping: "undecided" | "device" | "nothing";
  readonly exitExplained: boolean;
  /** "I'm going back and forth": the place stays open longer in the background. */
  readonly backAndForth: boolean;
  readonly country: string | undefined;
}

export interface Session {
  readonly read: () => SessionState;
  readonly change: (part: Partial<SessionState>) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export const createSession = (country: string | undefined): Session => {
  const listeners = new Set<() => void>();
  let state: SessionState = {
    danger: false,
    watched: false,
    young: false,
    gatesAnswered: false,
    happening: undefined,
    keeping: "undecided",
    exitExplained: false,
    backAndForth: false,
    country,
  };
  return {
    read: () => state,
    change: (part) => {
      state = { ...state, ...part };
      listeners.forEach((listener) => listener());
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
