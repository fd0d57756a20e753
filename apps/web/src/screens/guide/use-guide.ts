import type { QuestionId, QuestionStage } from "@holdfast/guide";
import { openQuestions } from "@holdfast/guide";
import { useEffect, useSyncExternalStore } from "react";

import { useApp } from "../../app/app-context.ts";
import type { GuideState } from "../../app/guide-run.ts";
import type { Route } from "../../app/routes.ts";
import type { SessionState } from "../../app/session-state.ts";

export const useGuide = (): GuideState => {
  const { guide } = useApp();
  return useSyncExternalStore(guide.subscribe, guide.state);
};

/** Thinks anew when the screen appears, and once the shelf was read. */
export const useUnderstanding = (): GuideState => {
  const { guide } = useApp();
  const state = useGuide();
  const { isReading } = state;
  useEffect(() => {
    if (!isReading) void guide.understand();
  }, [guide, isReading]);
  return state;
};

/** Somebody told the guide something already: their letter is where they left off. */
export const hasBegun = ({ answers: { facts, passed, text, hearsKept } }: GuideState): boolean =>
  Object.keys(facts).length > 0 || passed.length > 0 || text.trim() !== "" || hearsKept;

/** The first minutes asked these: nothing is asked twice in a visit. */
const askedAtTheGates: readonly QuestionId[] = ["danger", "deviceWatched", "age"];

/** The next question of this stage; after the last one the letter. */
export const nextOf = (
  { facts, answers: { passed } }: GuideState,
  session: Pick<SessionState, "happening" | "gatesAnswered">,
  stage: QuestionStage,
): Route => {
  const seen: ReadonlySet<QuestionId> = new Set([
    ...passed,
    ...(session.gatesAnswered ? askedAtTheGates : []),
  ]);
  const isHelping = session.happening === "helping" && facts.role === undefined;
  if (isHelping && !seen.has("role")) return { screen: "guide-ask", question: "role", stage };
  const [open] = openQuestions(facts, seen, stage);
  return open === undefined
    ? { screen: "guide-letter" }
    : { screen: "guide-ask", question: open.id, stage };
};
