import type { GuideFacts } from "../facts.ts";
import type { Listened } from "../listen.ts";
import type { Scenario } from "../scenarios.ts";
import type { Meaning } from "../words/meanings.ts";

/** What stands behind the threat. Never a number, and "unknown" wherever nobody has said. */
export type Credibility = "claim-only" | "proof-shown" | "acted-before" | "unknown";

export const credibilityOf = (
  facts: GuideFacts,
  listened: readonly Listened[],
  scenario: Scenario | "unclear",
): Credibility => {
  const isShared = facts.sharedWhere !== undefined && !["no", "claims"].includes(facts.sharedWhere);
  if (
    facts.alreadyShared === true
    || isShared
    || facts.accountChanges === true
    || facts.toldOthers === true
  ) {
    return "acted-before";
  }
  if (facts.proof === "real-private" || facts.passwordQuoted === "current") return "proof-shown";
  const hears = (meaning: Meaning): boolean =>
    listened.some(({ hearings }) =>
      hearings.some((hearing) => hearing.meaning === meaning && !hearing.isNegated),
    );
  if (facts.proof === "none" || facts.proof === "public-only") return "claim-only";
  if (hears("shows-picture") || hears("already-sent")) return "unknown";
  return scenario === "mass-bluff" ? "claim-only" : "unknown";
};
