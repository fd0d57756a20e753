import { err, ok, type Result } from "@holdfast/evidence";
import {
  assess,
  type AssessDeps,
  checkDraft,
  comparePlans,
  contradictionsOf,
  draftKinds,
  loadAssess,
  type LoadContentError,
  loadPlan,
  loadReply,
  makePlan,
  type PlanContent,
  type Reply,
  sentenceFor,
} from "@holdfast/guide";
import { foldWithOrigin } from "@holdfast/vault";

import { type ContentDeps, createWebContent } from "../content/load-content.ts";
import type { DoorError } from "../door/door-error.ts";
import type { CheckedDraft, DraftToCheck, Understanding, WhatIsKnown } from "../door/guiding.ts";

/** What the guide worker does, from what it is given and what it reads of the guide's content. */
export interface GuideWork {
  readonly understand: (known: WhatIsKnown) => Promise<Result<Understanding, DoorError>>;
  readonly checkDraft: (given: DraftToCheck) => Promise<Result<CheckedDraft, DoorError>>;
}

/** @param folder where the built content of the guide lies */
export const createGuideWork = (deps: ContentDeps, folder: string): GuideWork => {
  const content = createWebContent(deps, folder);
  const assessing = loadOnce(() => loadAssess(content, { fold: foldWithOrigin }));
  const planning = loadOnce(() => loadPlan(content));
  const replying = loadOnce(async () => {
    const loaded = await assessing();
    return loaded.ok
      ? loadReply(content, { fold: foldWithOrigin }, loaded.value.languages)
      : loaded;
  });
  return {
    understand: async (known) => {
      const [forAssessing, forPlanning] = [await assessing(), await planning()];
      if (!forAssessing.ok) return notLoaded(forAssessing.error);
      if (!forPlanning.ok) return notLoaded(forPlanning.error);
      return ok(understand(forAssessing.value, forPlanning.value, known));
    },
    checkDraft: async (given) => {
      const [forAssessing, reply] = [await assessing(), await replying()];
      if (!forAssessing.ok) return notLoaded(forAssessing.error);
      if (!reply.ok) return notLoaded(reply.error);
      return ok(lookAtDraft(forAssessing.value, reply.value, given));
    },
  };
};

/** Reads at the first call, and again where that failed. */
const loadOnce = <T>(
  load: () => Promise<Result<T, LoadContentError>>,
): (() => Promise<Result<T, LoadContentError>>) => {
  let loading: ReturnType<typeof load> | undefined;
  return async () => {
    loading ??= load();
    const loaded = await loading;
    if (!loaded.ok) loading = undefined;
    return loaded;
  };
};

const notLoaded = ({ code }: LoadContentError): Result<never, DoorError> =>
  err({ code: "guide_not_loaded", cause: code });

const understand = (
  forAssessing: AssessDeps,
  forPlanning: PlanContent,
  { before, states, ...now }: WhatIsKnown,
): Understanding => {
  const planOf = ({ facts, texts }: Pick<WhatIsKnown, "facts" | "texts">) => {
    const assessment = assess(forAssessing, facts, texts);
    return { assessment, plan: makePlan(forPlanning, { facts, assessment }) };
  };
  const { assessment, plan } = planOf(now);
  return {
    assessment,
    plan,
    changes:
      before === undefined
        ? []
        : comparePlans(planOf(before).plan, plan, new Map(Object.entries(states))),
    contradictions: contradictionsOf(forPlanning, plan),
  };
};

const lookAtDraft = (
  forAssessing: AssessDeps,
  { forChecking, advice }: Reply,
  { draft, country, assessed }: DraftToCheck,
): CheckedDraft => {
  const marks = checkDraft(forChecking, draft, country);
  const found = new Set(marks.flatMap(({ kinds }) => kinds));
  const sentence = sentenceFor(advice, assessed);
  const { gates } = assess(forAssessing, {}, [{ text: draft }]);
  return {
    marks,
    why: draftKinds
      .filter((kind) => found.has(kind))
      .map((kind) => ({ kind, text: advice.kinds[kind] })),
    noReply: advice.noReply,
    ...(sentence === undefined ? {} : { sentence: { when: sentence.when, text: sentence.text } }),
    selfHarm: gates.includes("self-harm"),
  };
};
