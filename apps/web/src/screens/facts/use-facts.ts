import type { Facts } from "@holdfast/evidence";
import { useState } from "react";

import { useApp } from "../../app/app-context.ts";
import type { Asked } from "../../app/use-answer.ts";
import type { DoorError } from "../../door/door.ts";
import { useCase } from "../see/use-see-words.ts";

/** The facts, and the way to change some of them; the others stay as they are. */
export const useFacts = (): {
  readonly facts: Facts | undefined;
  readonly failed: DoorError | undefined;
  readonly isSaving: boolean;
  /** Left out means unanswered again. Gives whether it was kept. */
  readonly save: (change: (facts: Facts) => Facts) => Promise<boolean>;
} => {
  const { door } = useApp();
  const theCase: Asked<{ readonly facts: Facts }> = useCase();
  const [error, setError] = useState<DoorError>();
  const [isSaving, setIsSaving] = useState(false);
  const facts = theCase.kind === "there" ? theCase.value.facts : undefined;
  return {
    facts,
    failed: error ?? (theCase.kind === "failed" ? theCase.error : undefined),
    isSaving,
    save: async (change) => {
      if (facts === undefined) return false;
      setIsSaving(true);
      const kept = await door.see.setFacts(change(facts));
      setIsSaving(false);
      setError(kept.ok ? undefined : kept.error);
      return kept.ok;
    },
  };
};
