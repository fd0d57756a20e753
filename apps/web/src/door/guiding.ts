import type {
  Assessment,
  DraftKind,
  DraftMark,
  Fact,
  Contradiction,
  Conversation,
  GuideFacts,
  PlanChange,
  PlannedTask,
  TaskState,
  ThreatText,
} from "@holdfast/guide";

import type { Answer, Work } from "./work.ts";

/** Everything that an assessment and a plan are made from. */
export interface Situation {
  readonly facts: GuideFacts;
  readonly texts: readonly ThreatText[];
}

export interface WhatIsKnown extends Situation {
  /** What was known when the plan was looked at last; what became different since is told. */
  readonly before?: Situation;
  readonly states: Readonly<Record<string, TaskState>>;
}

export interface Understanding {
  readonly assessment: Assessment;
  readonly plan: readonly PlannedTask[];
  readonly changes: readonly PlanChange[];
  readonly contradictions: readonly Contradiction[];
}

export interface DraftToCheck {
  readonly draft: string;
  /** For telephone numbers. */
  readonly country?: string;
  /** What the threat was found to be, if it was looked at. */
  readonly assessed?: Pick<Assessment, "adviceOf" | "certainty" | "gates">;
}

export interface CheckedDraft {
  /** In the order of the text; they do not overlap. */
  readonly marks: readonly DraftMark[];
  /** Why each kind that was found can hurt. */
  readonly why: readonly { readonly kind: DraftKind; readonly text: Fact<string> }[];
  readonly noReply: Fact<string>;
  /** The one neutral sentence, where it may be sent. */
  readonly sentence?: { readonly when: Fact<string>; readonly text: Fact<string> };
  /** Words about ending one's own life stand in it. Never kept. */
  readonly selfHarm: boolean;
}

export interface Guide {
  /** Asks a worker without keys; nothing of it is kept there. Works without a place. */
  readonly understand: (known: WhatIsKnown, work?: Work) => Answer<Understanding>;
  /** What in a draft could hurt whoever sends it; asked of the same worker. */
  readonly checkDraft: (given: DraftToCheck) => Answer<CheckedDraft>;
  /** What the other side wrote, out of what is kept: each chat one text, each mail one. */
  readonly keptWords: () => Answer<{
    readonly conversations: readonly Conversation[];
    readonly itemsLeftOut: number;
  }>;
}
