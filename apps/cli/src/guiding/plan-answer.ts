import type { Assessment, Contradiction, PlannedTask } from "@holdfast/guide";

import type { PlanAnswer } from "../contract/guide-answers.ts";

export const planAnswer = (
  plan: readonly PlannedTask[],
  contradictions: readonly Contradiction[],
  { scenario, certainty, adviceOf, gates }: Assessment,
): PlanAnswer => ({
  holdfast: 1,
  command: "plan",
  tasks: plan.map(taskAnswer),
  contradictions: contradictions.map(({ id, about, tasks, says, weTake }) => ({
    id,
    about,
    tasks: tasks.filter((one) => plan.some(({ task }) => task.id === one)),
    says: says.map((one) => ({
      who: one.who,
      says: one.says.value,
      source: one.says.source[0] ?? null,
    })),
    weTake,
  })),
  assessment: { scenario, certainty, adviceOf, gates: [...gates] },
});

const taskAnswer = ({ task, when, after, why }: PlannedTask): PlanAnswer["tasks"][number] => ({
  id: task.id,
  when,
  after: [...after],
  why: { code: why.code, params: {}, text: why.why.value, source: why.why.source[0] ?? null },
  mayBeNoticed: task.mayBeNoticed,
  losesEvidence: task.losesEvidence,
  leavesDevice: task.leavesDevice ?? null,
  minutes: task.minutes,
  title: task.title,
  steps: [...task.steps],
  needs: [...(task.needs ?? [])],
});
