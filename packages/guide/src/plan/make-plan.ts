import { holds, type PlanInput } from "./condition.ts";
import { type Contradiction, type Ordering, type Task, type When, whens } from "./task.ts";

export interface PlanContent {
  readonly tasks: readonly Task[];
  readonly orderings: readonly Ordering[];
  readonly contradictions: readonly Contradiction[];
}

export interface PlannedTask {
  readonly task: Task;
  readonly when: When;
  /** Ids of tasks of this plan that have to be done, or set aside by the person, before it. */
  readonly after: readonly string[];
  readonly why: Task["because"][number];
  /** The orderings that put others before it. */
  readonly orderedBy: readonly Ordering[];
}

/**
 * The tasks for these facts in the order in which they are shown: never one before another that has to come first, then the
 * most pressing, then as content has them. The same input gives the same plan.
 */
export const makePlan = (content: PlanContent, input: PlanInput): readonly PlannedTask[] => {
  const wanted = content.tasks.flatMap((task) => {
    if (!isForRole(task, input) || (task.unless !== undefined && holds(task.unless, input)))
      return [];
    const why = task.because.find((cause) => holds(cause.if, input));
    return why === undefined ? [] : [{ task, why }];
  });
  const orderings = content.orderings.filter(
    (ordering) =>
      (ordering.if === undefined || holds(ordering.if, input))
      && (ordering.unless === undefined || !holds(ordering.unless, input)),
  );
  const planned = wanted.map(({ task, why }) => {
    const orderedBy = orderings.filter(({ after }) => after.some((one) => task.does.includes(one)));
    const after = wanted
      .filter(
        (other) =>
          other.task !== task
          && orderedBy.some((ordering) => comesFirst(other.task, task, ordering)),
      )
      .map((other) => other.task.id);
    return { task, why, after, orderedBy, when: whenOf(task, input) };
  });
  return inOrder(planned);
};

const isForRole = ({ for: who }: Task, { facts: { role } }: PlanInput): boolean => {
  const isHelper = role !== undefined && role !== "self";
  return who === "both" || (who === "helper") === isHelper;
};

/** A task that does both sides of an ordering keeps it within itself: its steps are in order. */
const comesFirst = (first: Task, second: Task, { before, after }: Ordering): boolean =>
  before.some((one) => first.does.includes(one))
  && !after.some((one) => first.does.includes(one))
  && after.some((one) => second.does.includes(one));

const whenOf = (task: Task, input: PlanInput): When =>
  task.sooner?.find((one) => holds(one.if, input))?.when ?? task.when;

/**
 * Takes, again and again, the most pressing of those whose turn can come. What others wait for is as pressing as they are:
 * a capture that a block waits for today is not shown next week.
 *
 * Errors: a circle of orderings is a fault of the content and throws; orderings.test.ts shows that none is possible.
 */
const inOrder = (planned: readonly PlannedTask[]): readonly PlannedTask[] => {
  const pressed = pressOn(planned);
  const left = new Map(pressed.map((one) => [one.task.id, one]));
  const done: PlannedTask[] = [];
  while (left.size > 0) {
    const ready = [...left.values()].filter(({ after }) => after.every((id) => !left.has(id)));
    const next = ready.toSorted((a, b) => rank(a.when) - rank(b.when))[0];
    if (next === undefined)
      throw new Error(`tasks wait for each other: ${[...left.keys()].join(", ")}`);
    done.push(next);
    left.delete(next.task.id);
  }
  return done;
};

const pressOn = (planned: readonly PlannedTask[]): readonly PlannedTask[] => {
  const when = new Map(planned.map((one) => [one.task.id, one.when]));
  for (let changed = true; changed;) {
    changed = false;
    for (const { task, after } of planned) {
      const mine = when.get(task.id) ?? task.when;
      for (const id of after) {
        const other = when.get(id);
        if (other !== undefined && rank(other) > rank(mine)) {
          when.set(id, mine);
          changed = true;
        }
      }
    }
  }
  return planned.map((one) => ({ ...one, when: when.get(one.task.id) ?? one.when }));
};

const rank = (when: When): number => whens.indexOf(when);

/** Where official advice does not agree about something in this plan. Shown, never hidden: people find both on the internet. */
export const contradictionsOf = (
  { contradictions }: PlanContent,
  plan: readonly PlannedTask[],
): readonly Contradiction[] => {
  const planned = new Set(plan.map(({ task }) => task.id));
  return contradictions.filter(({ tasks }) => tasks.some((id) => planned.has(id)));
};

/** What the person has said of a task. Setting one aside is a good choice too, and lets what waits for it go on. */
export type TaskState = "done" | "set-aside";

/** Tasks whose turn it is: all that had to come first are done or were set aside. */
export const openTasks = (
  plan: readonly PlannedTask[],
  states: ReadonlyMap<string, TaskState>,
): readonly PlannedTask[] =>
  plan.filter(({ task, after }) => !states.has(task.id) && after.every((id) => states.has(id)));

export interface PlanChange {
  readonly kind: "added" | "removed" | "sooner" | "later" | "now-after";
  readonly task: Task;
  /** Why it is there now, or was there before. */
  readonly why: PlannedTask["why"];
}

/** What became different when a fact changed, in the order of the new plan; what is done stays done and is not told again. */
export const comparePlans = (
  before: readonly PlannedTask[],
  now: readonly PlannedTask[],
  states: ReadonlyMap<string, TaskState>,
): readonly PlanChange[] => {
  const old = new Map(before.map((one) => [one.task.id, one]));
  const current = new Set(now.map(({ task }) => task.id));
  const changed = now.flatMap((one): readonly PlanChange[] => {
    const { task, why } = one;
    if (states.has(task.id)) return [];
    const was = old.get(task.id);
    if (was === undefined) return [{ kind: "added", task, why }];
    if (rank(one.when) < rank(was.when)) return [{ kind: "sooner", task, why }];
    if (rank(one.when) > rank(was.when)) return [{ kind: "later", task, why }];
    return one.after.some((id) => !was.after.includes(id))
      ? [{ kind: "now-after", task, why }]
      : [];
  });
  const removed = before
    .filter(({ task }) => !current.has(task.id) && !states.has(task.id))
    .map(({ task, why }): PlanChange => ({ kind: "removed", task, why }));
  return [...changed, ...removed];
};
