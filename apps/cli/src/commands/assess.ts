import { loadHelplines } from "@holdfast/guide";
import { utcMsToIso } from "@holdfast/evidence";

import type { Command } from "../command.ts";
import { assessAnswer } from "../guiding/assess-answer.ts";
import { assessLetter } from "../guiding/assess-letter.ts";
import { gatherOptions, withGathered } from "../guiding/gather.ts";
import { guideContent } from "../guiding/guide-content.ts";
import { cannotOpen } from "../usage.ts";

export const assessCommand: Command = {
  name: "assess",
  options: gatherOptions,
  positionals: { least: 0, most: 1 },
  run: (context, input) =>
    withGathered("assess", context, input, async (gathered) => {
      const places = await loadHelplines(guideContent, gathered.facts.country);
      if (!places.ok) return cannotOpen(places.error, places.error.id);
      const today = utcMsToIso(context.clock.now()).slice(0, 10);
      return {
        kind: "answered",
        exitCode: 0,
        answer: assessAnswer(gathered),
        text: assessLetter(gathered, places.value, today),
      };
    }),
};
