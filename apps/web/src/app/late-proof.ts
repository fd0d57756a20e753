import type { Door } from "../door/door.ts";

/**
 * [Note: asked once] A copy of everything is the most harmful thing that an open phone in another hand can give away. So it is
 * asked for with what opens the place; and once: whoever proved it within these minutes, at the door or here, is not asked
 * again. The proof ends with the place. ADR 0127.
 */
export const freshMs = 5 * 60_000;

export interface LateProof {
  readonly isFresh: () => boolean;
  /** What opens the place was given, and was right. */
  readonly proved: () => void;
}

export const createLateProof = (
  door: Pick<Door, "state" | "subscribe">,
  now: () => number,
): LateProof => {
  let provedAt: number | undefined;
  door.subscribe(() => {
    if (door.state().kind === "locked") provedAt = undefined;
  });
  return {
    isFresh: () => {
      const age = provedAt === undefined ? undefined : now() - provedAt;
      // A clock that was set back makes nothing young again.
      return age !== undefined && age >= 0 && age < freshMs;
    },
    proved: () => {
      provedAt = now();
    },
  };
};
