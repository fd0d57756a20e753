import type {
  Assessment,
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

export interface Guide {
  /** Asks a worker without keys; nothing of it is kept there. Works without a place. */
  readonly understand: (known: WhatIsKnown, work?: Work) => Answer<Understanding>;
  /** What the other side wrote, out of what is kept: each chat one text, each mail one. */
  readonly keptWords: () => Answer<{
    readonly conversations: readonly Conversation[];
    readonly itemsLeftOut: number;
  }>;
}
