import { fileURLToPath } from "node:url";

import { beforeAll, describe, expect, it } from "vitest";

import { createDiskContent } from "../drivers/node/index.ts";
import type { PlanCondition } from "./condition.ts";
import { loadPlan } from "./load-plan.ts";
import type { PlanContent } from "./make-plan.ts";
import type { Ordering, Task } from "./task.ts";

let content: PlanContent;
beforeAll(async () => {
  const disk = createDiskContent(fileURLToPath(new URL("../../../../content", import.meta.url)));
  const plan = await loadPlan(disk);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  content = plan.value;
});

const atomsOf = (condition: PlanCondition | undefined): readonly string[] => {
  if (condition === undefined) return [];
  if ("all" in condition) return condition.all.flatMap(atomsOf);
  if ("any" in condition) return condition.any.flatMap(atomsOf);
  if ("not" in condition) return atomsOf(condition.not);
  return [JSON.stringify(condition)];
};

const holdsIf = (condition: PlanCondition, isTrue: ReadonlySet<string>): boolean => {
  if ("all" in condition) return condition.all.every((one) => holdsIf(one, isTrue));
  if ("any" in condition) return condition.any.some((one) => holdsIf(one, isTrue));
  if ("not" in condition) return !holdsIf(condition.not, isTrue);
  return isTrue.has(JSON.stringify(condition));
};

/** Takes away, again and again, every task that waits for nobody; what stays waits in a circle. */
const tasksInCircles = (
  tasks: readonly Task[],
  orderings: readonly Ordering[],
): readonly string[] => {
  const waitsFor = new Map(
    tasks.map((task) => [
      task.id,
      orderings
        .filter(({ after }) => after.some((one) => task.does.includes(one)))
        .flatMap(({ before, after }) =>
          tasks.filter(
            (other) =>
              other !== task
              && before.some((one) => other.does.includes(one))
              && !after.some((one) => other.does.includes(one)),
          ),
        )
        .map(({ id }) => id),
    ]),
  );
  for (let size = -1; size !== waitsFor.size;) {
    size = waitsFor.size;
    for (const [id, others] of waitsFor) {
      if (others.every((other) => !waitsFor.has(other))) waitsFor.delete(id);
    }
  }
  return [...waitsFor.keys()];
};

describe("the orderings of content/tasks", () => {
  it("let no tasks wait for each other, whatever is true", () => {
    // Every combination of what the orderings ask about, with all tasks at once: fewer tasks make fewer circles.
    const { tasks, orderings } = content;
    const atoms = [
      ...new Set(orderings.flatMap((one) => [...atomsOf(one.if), ...atomsOf(one.unless)])),
    ];
    expect(atoms.length).toBeLessThanOrEqual(16);
    const seen = new Set<string>();
    for (let bits = 0; bits < 2 ** atoms.length; bits += 1) {
      const isTrue = new Set(atoms.filter((_, index) => (bits >> index) % 2 === 1));
      const valid = orderings.filter(
        (one) =>
          (one.if === undefined || holdsIf(one.if, isTrue))
          && (one.unless === undefined || !holdsIf(one.unless, isTrue)),
      );
      const key = valid.map(({ id }) => id).join(" ");
      if (seen.has(key)) continue;
      seen.add(key);
      expect(tasksInCircles(tasks, valid)).toEqual([]);
    }
  });

  it("speak only of what some task does, and contradictions only of tasks that there are", () => {
    const done = new Set(content.tasks.flatMap((task) => task.does));
    for (const { before, after } of content.orderings) {
      for (const effect of [...before, ...after]) expect(done).toContain(effect);
    }
    const ids = content.tasks.map(({ id }) => id);
    for (const { tasks } of content.contradictions) {
      for (const id of tasks) expect(ids).toContain(id);
    }
  });
});
