import type { Route } from "../../app/routes.ts";
import type { Happening } from "../../app/session-state.ts";

export interface Gates {
  readonly danger: boolean;
  readonly watched: boolean;
  readonly young: boolean;
}

type Gate = keyof Gates;
const gateOrder: readonly Gate[] = ["danger", "watched", "young"];

/** Each gate that was ticked has its screen, the most urgent first; after the last one comes "What happened?". */
export const routeAfterGates = (gates: Gates, passed: Gate | undefined): Route => {
  const from = passed === undefined ? 0 : gateOrder.indexOf(passed) + 1;
  const next = gateOrder.slice(from).find((gate) => gates[gate]);
  return { screen: next ?? "happened" };
};

/**
 * Where something other than saving comes first (care.md 18): money, a live takeover, a live post; and where there is
 * nothing of one's own to save.
 */
const firstThings: ReadonlySet<Happening> = new Set<Happening>([
  "paid",
  "posted",
  "locked_out",
  "helping",
  "sent_to_me",
  "i_shared",
  "self_threat",
  "meet",
  "delete",
]);

export const routeAfterHappened = (happening: Happening): Route => ({
  screen: firstThings.has(happening) ? "next" : "save",
});

/** On the screen of the one next thing: whether saving is still to be offered after it. */
export const offersSavingAfterwards = (happening: Happening | undefined): boolean => {
  switch (happening) {
    case "paid":
    case "locked_out":
    case "posted":
    case "meet":
    case "delete":
      return true;
    case "threat":
    case "made_with_ai":
    case "work":
    case "abroad":
    case "helping":
    case "sent_to_me":
    case "i_shared":
    case "self_threat":
    case "again":
    case "other_secret":
    case undefined:
      return false;
  }
};
