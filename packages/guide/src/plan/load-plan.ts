import { err, ok, type Result } from "@holdfast/evidence";

import type { ContentPort, LoadContentError } from "../content/content-port.ts";
import type { PlanContent } from "./make-plan.ts";
import { type Ordering, type Task, tasksSchema } from "./task.ts";

/** The files of content/tasks, in the order in which equally pressing tasks are shown. */
export const taskFileIds = [
  "first-hours",
  "keep",
  "people",
  "accounts",
  "platforms",
  "law-and-work",
  "later",
  "orderings",
] as const;

/** Reads every task and what has to come before what. */
export const loadPlan = async (
  content: ContentPort,
): Promise<Result<PlanContent, LoadContentError>> => {
  const tasks: Task[] = [];
  const orderings: Ordering[] = [];
  for (const id of taskFileIds) {
    const loaded = await content.loadContent("tasks", id);
    if (!loaded.ok) return loaded;
    const read = tasksSchema.safeParse(loaded.value);
    if (!read.success) return err({ code: "content_misfit", kind: "tasks", id });
    tasks.push(...read.data.tasks);
    orderings.push(...(read.data.orderings ?? []));
  }
  return ok({ tasks, orderings });
};
