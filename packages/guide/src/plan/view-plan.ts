import { openTasks, type PlannedTask, type TaskState } from "./make-plan.ts";
import { type When, whens } from "./task.ts";

/** A plan as it is shown: one thing at a time, everything else folded. */
export interface PlanView {
  /** The one thing to do next; `undefined` when nothing is open. */
  readonly next: PlannedTask | undefined;
  /** What comes after it, in order, by when it is for; times without a task are left out. */
  readonly others: readonly { readonly when: When; readonly tasks: readonly PlannedTask[] }[];
  readonly done: readonly PlannedTask[];
  readonly setAside: readonly PlannedTask[];
}

/**
 * Of what is open the first is shown; what was put off in this visit comes after all else that is open. What waits for
 * something is never the next one.
 *
 * @param later ids that were answered with "not now": nothing is kept of that
 */
export const viewPlan = (
  plan: readonly PlannedTask[],
  states: ReadonlyMap<string, TaskState>,
  later: ReadonlySet<string> = new Set(),
): PlanView => {
  const open = openTasks(plan, states);
  const next = open.find(({ task }) => !later.has(task.id)) ?? open[0];
  const left = plan.filter((one) => one !== next && !states.has(one.task.id));
  const inState = (state: TaskState) => plan.filter(({ task }) => states.get(task.id) === state);
  return {
    next,
    others: whens
      .map((when) => ({ when, tasks: left.filter((one) => one.when === when) }))
      .filter(({ tasks }) => tasks.length > 0),
    done: inState("done"),
    setAside: inState("set-aside"),
  };
};
