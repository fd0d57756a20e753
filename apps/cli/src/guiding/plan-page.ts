import type { Contradiction, HelplinePlaces, PlannedTask } from "@holdfast/guide";
import { cliSentence, guideSentence } from "@holdfast/words";

import { gatesPart, paragraphs } from "./assess-letter.ts";
import type { Gathered } from "./gather.ts";

/** Now, today, this week, later; each task with why, what may be noticed, and what leaves the device. */
export const planPage = (
  plan: readonly PlannedTask[],
  contradictions: readonly Contradiction[],
  { assessment, facts }: Gathered,
  places: HelplinePlaces,
  today: string,
): string =>
  paragraphs([
    gatesPart(assessment, facts, places, today),
    [guideSentence(plan.length === 0 ? "plan_nothing" : "plan_lead", {})],
    ...byWhen(plan).flatMap(({ when, tasks }) => [
      [guideSentence(`when_${when}`, {}).toUpperCase()],
      ...tasks.map((one) => taskLines(one, plan)),
    ]),
    ...(contradictions.length === 0
      ? []
      : [[guideSentence("plan_differ", {})], ...contradictions.map(contradictionLines)]),
    [cliSentence("plan_why", {})],
  ]);

/** In the order of the plan; a task that has to wait stands under its own time, after those that it waits for. */
const byWhen = (plan: readonly PlannedTask[]) => {
  const groups = new Map<PlannedTask["when"], PlannedTask[]>();
  for (const one of plan) groups.set(one.when, [...(groups.get(one.when) ?? []), one]);
  return [...groups].map(([when, tasks]) => ({ when, tasks }));
};

const taskLines = (
  { task, after, why }: PlannedTask,
  plan: readonly PlannedTask[],
): readonly string[] => {
  const titles = plan.filter((one) => after.includes(one.task.id)).map((one) => one.task.title);
  return [
    `- ${task.title} (${guideSentence("task_minutes", { count: task.minutes })})`,
    `  ${why.why.value}`,
    ...task.steps.map((step) => `    ${step}`),
    ...(titles.length === 0
      ? []
      : [`  ${guideSentence("task_after", { list: titles.join(" ") })}`]),
    ...(task.needs ?? []).map((what) => `  ${guideSentence("task_needs", { what })}`),
    ...(task.mayBeNoticed ? [`  ${guideSentence("task_noticed", {})}`] : []),
    ...(task.losesEvidence ? [`  ${guideSentence("task_loses", {})}`] : []),
    ...(task.leavesDevice === undefined
      ? []
      : [`  ${guideSentence("task_leaves", { what: task.leavesDevice })}`]),
  ];
};

const contradictionLines = ({ about, says, weTake }: Contradiction): readonly string[] => [
  `- ${about}`,
  ...says.map(
    ({ who, says: { value } }) => `    ${guideSentence("plan_says", { who, what: value })}`,
  ),
  `    ${guideSentence("plan_we_take", { what: weTake })}`,
];
