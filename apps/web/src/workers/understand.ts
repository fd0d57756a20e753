import { err, ok, type Result } from "@holdfast/evidence";
import {
  assess,
  type AssessDeps,
  comparePlans,
  contradictionsOf,
  loadAssess,
  type LoadContentError,
  loadPlan,
  makePlan,
  type PlanContent,
} from "@holdfast/guide";
import { foldWithOrigin } from "@holdfast/vault";

import { type ContentDeps, createWebContent } from "../content/load-content.ts";
import type { DoorError } from "../door/door-error.ts";
import type { Understanding, WhatIsKnown } from "../door/guiding.ts";

interface Knowledge {
  readonly forAssessing: AssessDeps;
  readonly forPlanning: PlanContent;
}

/**
 * Reads what the guide knows at the first call, and again where that failed.
 *
 * @param folder where the built content of the guide lies
 */
export const createUnderstand = (deps: ContentDeps, folder: string) => {
  const content = createWebContent(deps, folder);
  let loading: Promise<Result<Knowledge, LoadContentError>> | undefined;
  const load = async (): Promise<Result<Knowledge, LoadContentError>> => {
    const forAssessing = await loadAssess(content, { fold: foldWithOrigin });
    if (!forAssessing.ok) return forAssessing;
    const forPlanning = await loadPlan(content);
    return forPlanning.ok
      ? ok({ forAssessing: forAssessing.value, forPlanning: forPlanning.value })
      : forPlanning;
  };
  return async ({
    before,
    states,
    ...now
  }: WhatIsKnown): Promise<Result<Understanding, DoorError>> => {
    loading ??= load();
    const loaded = await loading;
    if (!loaded.ok) {
      loading = undefined;
      return err({ code: "guide_not_loaded", cause: loaded.error.code });
    }
    const { forAssessing, forPlanning } = loaded.value;
    const planOf = ({ facts, texts }: Pick<WhatIsKnown, "facts" | "texts">) => {
      const assessment = assess(forAssessing, facts, texts);
      return { assessment, plan: makePlan(forPlanning, { facts, assessment }) };
    };
    const { assessment, plan } = planOf(now);
    return ok({
      assessment,
      plan,
      changes:
        before === undefined
          ? []
          : comparePlans(planOf(before).plan, plan, new Map(Object.entries(states))),
      contradictions: contradictionsOf(forPlanning, plan),
    });
  };
};
