import type { Assessment } from "../assess/assess.ts";
import type { ReplyAdvice, ReplySentence } from "./reply-content.ts";

/**
 * The one neutral sentence that may be sent, or none: then no reply is owed. None without an assessment, since nobody knows
 * yet who reads it.
 */
export const sentenceFor = (
  { sentences }: Pick<ReplyAdvice, "sentences">,
  assessment: Pick<Assessment, "adviceOf" | "certainty" | "gates"> | undefined,
): ReplySentence | undefined => {
  if (assessment === undefined || assessment.certainty === "unclear") return undefined;
  const { adviceOf, gates } = assessment;
  return sentences.find(
    ({ scenarios, unlessGates }) =>
      scenarios.some((scenario) => scenario === adviceOf)
      && !unlessGates.some((gate) => gates.includes(gate)),
  );
};
