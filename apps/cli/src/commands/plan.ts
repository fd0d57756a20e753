import { utcMsToIso } from "@holdfast/evidence";
import { contradictionsOf, loadHelplines, loadPlan, makePlan } from "@holdfast/guide";

import type { Command } from "../command.ts";
import { gatherOptions, withGathered } from "../guiding/gather.ts";
import { guideContent } from "../guiding/guide-content.ts";
import { planAnswer } from "../guiding/plan-answer.ts";
import { planPage } from "../guiding/plan-page.ts";
import { cannotOpen } from "../usage.ts";

export const planCommand: Command = {
  name: "plan",
  options: gatherOptions,
  positionals: { least: 0, most: 1 },
  run: (context, input) =>
    withGathered("plan", context, input, async (gathered) => {
      const content = await loadPlan(guideContent);
      if (!content.ok) return cannotOpen(content.error, content.error.id);
      const places = await loadHelplines(guideContent, gathered.facts.country);
      if (!places.ok) return cannotOpen(places.error, places.error.id);
      const plan = makePlan(content.value, gathered);
      const contradictions = contradictionsOf(content.value, plan);
      const today = utcMsToIso(context.clock.now()).slice(0, 10);
      return {
        kind: "answered",
        exitCode: 0,
        answer: planAnswer(plan, contradictions, gathered.assessment),
        text: planPage(plan, contradictions, gathered, places.value, today),
      };
    }),
};
