import { err, ok, type Result } from "@holdfast/evidence";

import type { ContentPort, LoadContentError } from "../content/content-port.ts";
import type { PlanContent } from "./make-plan.ts";
import { type Contradiction, type Ordering, type Task, tasksSchema } from "./task.ts";

/** The files of content/tasks, in the order in which equally pressing tasks are shown. */
const taskFileIds = [
  "first-hours",
  "keep",
  "people",
  "accounts",
  "platforms",
  "law-and-work",
  "later",
  "orderings",
  "contradictions",
] as const;

/** Reads every task, what has to come before what, and where official advice does not agree. */
export const loadPlan = async (
  content: ContentPort,
): Promise<Result<PlanContent, LoadContentError>> => {
  const tasks: Task[] = [];
  const orderings: Ordering[] = [];
  const contradictions: Contradiction[] = [];
  for (const id of taskFileIds) {
    const loaded = await content.loadContent("tasks", id);
    if (!loaded.ok) return loaded;
    const read = tasksSchema.safeParse(loaded.value);
    if (!read.success) return err({ code: "content_misfit", kind: "tasks", id });
    tasks.push(...read.data.tasks);
    orderings.push(...(read.data.orderings ?? []));
    contradictions.push(...(read.data.contradictions ?? []));
  }
  return ok({ tasks, orderings, contradictions });
};
