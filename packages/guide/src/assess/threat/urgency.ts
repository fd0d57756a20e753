import type { GuideFacts } from "../facts.ts";
import type { Listened } from "../listen.ts";
import type { Gate } from "../scenarios.ts";
import type { Fired } from "../weigh/weigh.ts";

/** How soon something has to be done, for the person's sake. A deadline of theirs only counts as words that were said. */
export type Urgency = "now" | "today" | "days" | "none";

const atOnce: ReadonlySet<Gate> = new Set<Gate>(["self-harm", "danger", "already-shared"]);
const dayInMinutes = 1440;

export const urgencyOf = (
  facts: GuideFacts,
  listened: readonly Listened[],
  fired: readonly Fired[],
): Urgency => {
  if (fired.some(({ indicator: { gate } }) => gate !== undefined && atOnce.has(gate))) return "now";
  if (facts.accountChanges === true) return "now";
  const minutes = listened.flatMap(({ deadlines }) =>
    deadlines.map((deadline) => deadline.minutes),
  );
  const shortest = Math.min(...minutes.map((one) => one ?? dayInMinutes), Number.MAX_SAFE_INTEGER);
  if (shortest <= 120) return "now";
  const isPressed = listened.some(({ hearings }) =>
    hearings.some(({ meaning, isNegated }) => meaning === "at-once" && !isNegated),
  );
  if (shortest <= dayInMinutes || isPressed || facts.paid === true) return "today";
  const isThreat = listened.some(({ hearings }) =>
    hearings.some(({ meaning }) => meaning === "will-send" || meaning === "ruin-life"),
  );
  return minutes.length > 0 || isThreat || fired.length > 0 ? "days" : "none";
};
