import { fileURLToPath } from "node:url";

import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";

import { assess, type AssessDeps } from "../assess/assess.ts";
import type { GuideFacts } from "../assess/facts.ts";
import { loadAssess } from "../assess/load-assess.ts";
import { createDiskContent } from "../drivers/node/index.ts";
import { arbitraryPlanInput } from "../testing/arbitrary-plan-input.ts";
import { simpleFold } from "../testing/simple-fold.ts";
import { holds, type PlanInput } from "./condition.ts";
import { loadPlan } from "./load-plan.ts";
import {
  comparePlans,
  contradictionsOf,
  makePlan,
  openTasks,
  type PlanContent,
  type PlannedTask,
  type TaskState,
} from "./make-plan.ts";
import type { Effect } from "./task.ts";

const runs = process.env["SLOW"] === "1" ? 5000 : 100;

let content: PlanContent;
let deps: AssessDeps;
beforeAll(async () => {
  const disk = createDiskContent(fileURLToPath(new URL("../../../../content", import.meta.url)));
  const plan = await loadPlan(disk);
  const languages = await loadAssess(disk, simpleFold);
  if (!plan.ok || !languages.ok) throw new Error("the content does not fit");
  content = plan.value;
  deps = languages.value;
});

const planOf = (facts: GuideFacts, text = ""): readonly PlannedTask[] =>
  makePlan(content, { facts, assessment: assess(deps, facts, text === "" ? [] : [{ text }]) });

const idsOf = (plan: readonly PlannedTask[]): readonly string[] => plan.map(({ task }) => task.id);

/** All that has to come before a task, however far away. */
const allBefore = (plan: readonly PlannedTask[], id: string): ReadonlySet<string> => {
  const found = new Set<string>();
  const visit = (one: string): void => {
    for (const before of plan.find(({ task }) => task.id === one)?.after ?? []) {
      if (found.has(before)) continue;
      found.add(before);
      visit(before);
    }
  };
  visit(id);
  return found;
};

const does = (plan: readonly PlannedTask[], ...effects: readonly Effect[]) =>
  plan.filter(({ task }) => task.does.some((effect) => effects.includes(effect)));

/** Who is near can come to the door: the rule of the issue, said again in other words than content has it. */
const isNear = ({ facts, assessment }: PlanInput): boolean =>
  assessment.adviceOf === "partner-or-ex"
  || assessment.gates.includes("danger")
  || facts.deviceWatched === true
  || ["partner", "ex", "family"].includes(facts.who ?? "");

describe("makePlan, for any facts", () => {
  it("says of every task why it is there, by a cause that holds", () => {
    fc.assert(
      fc.property(arbitraryPlanInput, (input) => {
        for (const { task, why } of makePlan(content, input)) {
          expect(task.because).toContain(why);
          expect(holds(why.if, input)).toBe(true);
          expect(why.why.value).not.toBe("");
        }
      }),
      { numRuns: runs },
    );
  });

  it("lets every task have its turn, whatever order the others are done in, and breaks no ordering", () => {
    fc.assert(
      fc.property(arbitraryPlanInput, fc.infiniteStream(fc.nat()), (input, choices) => {
        const plan = makePlan(content, input);
        const states = new Map<string, TaskState>();
        for (const choice of choices) {
          const open = openTasks(plan, states);
          const next = open[choice % Math.max(open.length, 1)];
          if (next === undefined) break;
          for (const { before, after } of next.orderedBy) {
            const waitsFor = plan.filter(
              ({ task }) =>
                task !== next.task
                && task.does.some((effect) => before.includes(effect))
                && !task.does.some((effect) => after.includes(effect)),
            );
            for (const { task } of waitsFor) expect(states.has(task.id)).toBe(true);
          }
          states.set(next.task.id, choice % 3 === 0 ? "set-aside" : "done");
        }
        expect(states.size).toBe(plan.length);
      }),
      { numRuns: runs },
    );
  });

  it("shows nothing before what has to come first, and nothing as less pressing than what waits for it", () => {
    const rank = { now: 0, today: 1, week: 2, later: 3 };
    fc.assert(
      fc.property(arbitraryPlanInput, (input) => {
        const plan = makePlan(content, input);
        const ids = idsOf(plan);
        const when = new Map(plan.map((one) => [one.task.id, rank[one.when]]));
        for (const one of plan) {
          for (const before of one.after) {
            expect(ids.indexOf(before)).toBeLessThan(ids.indexOf(one.task.id));
            expect(when.get(before)).toBeLessThanOrEqual(rank[one.when]);
          }
        }
      }),
      { numRuns: runs },
    );
  });

  it("plans safety before all that somebody near would notice", () => {
    fc.assert(
      fc.property(arbitraryPlanInput, (input) => {
        fc.pre(isNear(input));
        const plan = makePlan(content, input);
        expect(idsOf(plan)).toContain("safety-plan");
        expect(idsOf(plan)).not.toContain("block");
        for (const { task } of plan.filter((one) => one.task.mayBeNoticed)) {
          expect(allBefore(plan, task.id)).toContain("safety-plan");
        }
      }),
      { numRuns: runs },
    );
  });

  it("offers to keep before anything deletes, blocks or reports, unless that would delay removal", () => {
    fc.assert(
      fc.property(arbitraryPlanInput, (input) => {
        const plan = makePlan(content, input);
        const keepers = idsOf(does(plan, "keep"));
        const isOpen = ["public", "group", "work", "school"].includes(
          input.facts.sharedWhere ?? "",
        );
        const isLive = input.assessment.gates.includes("already-shared") && isOpen;
        const isMinor = input.assessment.gates.includes("minor");
        const later = does(plan, "delete", ...(isLive ? [] : ["block" as const]));
        const reports = isLive || isMinor ? [] : does(plan, "report-platform");
        for (const { task } of [...later, ...reports]) {
          for (const id of keepers) expect(allBefore(plan, task.id)).toContain(id);
        }
      }),
      { numRuns: runs },
    );
  });

  it("never lets removal wait for keeping", () => {
    fc.assert(
      fc.property(arbitraryPlanInput, (input) => {
        const plan = makePlan(content, input);
        for (const { after } of does(plan, "removal")) {
          for (const id of idsOf(does(plan, "keep"))) expect(after).not.toContain(id);
        }
      }),
      { numRuns: runs },
    );
  });

  it("never lets removal wait for anything where somebody is under 18", () => {
    fc.assert(
      fc.property(arbitraryPlanInput, (input) => {
        fc.pre(input.assessment.gates.includes("minor"));
        for (const { after } of does(makePlan(content, input), "removal")) {
          expect(after).toEqual([]);
        }
      }),
      { numRuns: runs },
    );
  });

  it.each<[string, GuideFacts, readonly string[]]>([
    ["the police", { police: "no" }, ["police"]],
    ["people at home", { tellFamily: "dangerous" }, ["tell-home", "warn-contacts", "school-plan"]],
  ])("leaves out for good what leads to %s, once the person said no", (_, answer, ids) => {
    fc.assert(
      fc.property(arbitraryPlanInput, ({ facts, assessment }) => {
        const plan = makePlan(content, { facts: { ...facts, ...answer }, assessment });
        for (const id of ids) expect(idsOf(plan)).not.toContain(id);
      }),
      { numRuns: runs },
    );
  });

  it("asks what it could cost before the police, where being known is dangerous", () => {
    fc.assert(
      fc.property(arbitraryPlanInput, ({ facts, assessment }) => {
        const plan = makePlan(content, {
          facts: { ...facts, beingKnown: "dangerous" },
          assessment,
        });
        for (const { task } of does(plan, "police")) {
          expect(allBefore(plan, task.id)).toContain("ask-the-cost");
        }
      }),
      { numRuns: runs },
    );
  });

  it("keeps words and no pictures where somebody is under 18", () => {
    fc.assert(
      fc.property(arbitraryPlanInput, (input) => {
        fc.pre(input.assessment.gates.includes("minor"));
        const ids = idsOf(makePlan(content, input));
        expect(ids).toContain("keep-words");
        expect(ids).toContain("child-line");
        for (const id of ["keep-three", "keep-live", "ask-for-screenshot", "fingerprint-adult"]) {
          expect(ids).not.toContain(id);
        }
      }),
      { numRuns: runs },
    );
  });

  it("gives the one who helps only what is for a helper, and the person only what is theirs", () => {
    fc.assert(
      fc.property(arbitraryPlanInput, (input) => {
        const { role } = input.facts;
        const other = role === undefined || role === "self" ? "helper" : "self";
        for (const { task } of makePlan(content, input)) expect(task.for).not.toBe(other);
      }),
      { numRuns: runs },
    );
  });
});

describe("makePlan, for one person", () => {
  it("rings the bank before anything is kept, once something was paid", () => {
    const plan = planOf({ paid: true, who: "stranger", channel: "instagram" });
    expect(plan[0]?.task.id).toBe("stop-paying");
    expect(allBefore(plan, "keep-three")).toContain("stop-paying");
    expect(idsOf(plan)).not.toContain("dont-pay");
  });

  it("gets the number and the mailbox back before anything is kept, while somebody changes accounts", () => {
    const plan = planOf({ accountChanges: true });
    expect([...allBefore(plan, "keep-three")].toSorted()).toEqual(["carrier", "mailbox-back"]);
    expect([...allBefore(plan, "keep-sessions")].toSorted()).toEqual(["carrier", "mailbox-back"]);
    expect(plan.find(({ task }) => task.id === "mailbox-back")?.when).toBe("now");
  });

  it("asks for removal beside keeping where many can see it", () => {
    const plan = planOf({
      alreadyShared: true,
      sharedWhere: "public",
      ageInPictures: "all-adult",
      police: "ok",
    });
    const [removal] = plan.filter(({ task }) => task.id === "take-down");
    expect(removal).toMatchObject({ when: "now", after: [] });
    expect(plan.find(({ task }) => task.id === "keep-live")).toMatchObject({ when: "now" });
  });

  it("says in the US that the app has 48 hours, which is its duty and nobody’s clock", () => {
    const facts: GuideFacts = { alreadyShared: true, sharedWhere: "public", country: "US" };
    expect(planOf(facts).find(({ task }) => task.id === "take-down")?.why.code).toBe("us");
  });

  it("goes to the police before removal only where they want it and it went to one person", () => {
    const plan = planOf({
      alreadyShared: true,
      sharedWhere: "private",
      police: "ok",
      ageInPictures: "all-adult",
    });
    expect(allBefore(plan, "take-down")).toContain("police");
    const young = planOf({
      alreadyShared: true,
      sharedWhere: "private",
      police: "ok",
      age: "under-18",
    });
    expect(allBefore(young, "take-down")).toEqual(new Set());
  });

  it("uses Take It Down for somebody under 18", () => {
    const ids = idsOf(planOf({ age: "under-18", who: "stranger", picturesExist: "yes" }));
    expect(ids).toContain("fingerprint-young");
    expect(ids).toContain("tell-home");
  });

  it("hides friend lists before a stranger is blocked, and keeps before both end the chat", () => {
    const plan = planOf(
      { who: "stranger", channel: "instagram" },
      "Pay me $500 or I will send your nudes to all your followers. You have 2 hours. I have your pictures.",
    );
    const before = allBefore(plan, "block");
    expect(before).toContain("hide-friends");
    expect(before).toContain("keep-three");
  });

  it("mutes and does not block while it is unclear who it is", () => {
    const ids = idsOf(planOf({}));
    expect(ids).toEqual(
      expect.arrayContaining(["stop-answering", "dont-pay", "keep-three", "mute", "tell-one"]),
    );
    expect(ids).not.toContain("block");
  });

  it("is short and calm for a mail sent to thousands", () => {
    const plan = planOf(
      { channel: "email", proof: "none" },
      "I am a hacker and I have full access to your device. I installed a trojan on it. I recorded you through your webcam while you were watching porn. I copied all your contacts. If you do not pay $950 in bitcoin to 1111111111111111111114oLvT2 within 48 hours, I will send the video to everyone. Do not reply to this mail, it cannot be traced.",
    );
    expect(plan.length).toBeLessThanOrEqual(8);
    expect(plan.filter(({ task }) => task.minutes > 20)).toEqual([]);
    expect(idsOf(plan)).toContain("old-password");
    expect(does(plan, "police", "block", "removal")).toEqual([]);
  });

  it("helps a parent to help", () => {
    const ids = idsOf(planOf({ role: "parent", age: "under-18", who: "stranger" }));
    expect(ids).toEqual(
      expect.arrayContaining(["helper-listen", "helper-not-write", "keep-words", "child-line"]),
    );
    expect(ids).not.toContain("tell-home");
  });

  it("shows where official advice does not agree, beside what it is about", () => {
    const of = (facts: GuideFacts) => contradictionsOf(content, planOf(facts)).map(({ id }) => id);
    expect(of({ who: "stranger" })).toContain("stop-or-go-on");
    expect(of({ who: "stranger" })).toContain("pause-or-delete");
    expect(of({ who: "partner" })).not.toContain("pause-or-delete");
  });
});

describe("comparePlans", () => {
  it("says what is new, what went, and why", () => {
    const before = planOf({ who: "stranger" });
    const now = planOf({ who: "stranger", paid: true });
    const changes = comparePlans(before, now, new Map());
    expect(changes).toContainEqual(
      expect.objectContaining({
        kind: "added",
        task: expect.objectContaining({ id: "stop-paying" }),
      }),
    );
    expect(changes).toContainEqual(
      expect.objectContaining({
        kind: "removed",
        task: expect.objectContaining({ id: "dont-pay" }),
      }),
    );
    expect(changes.find(({ task }) => task.id === "keep-three")?.kind).toBe("now-after");
  });

  it("tells nothing of what is done: done stays done", () => {
    fc.assert(
      fc.property(arbitraryPlanInput, arbitraryPlanInput, fc.nat(), (one, other, choice) => {
        const before = makePlan(content, one);
        const now = makePlan(content, other);
        const done = before.filter((_, index) => (index + choice) % 2 === 0);
        const states = new Map(done.map(({ task }) => [task.id, "done" as const]));
        const changes = comparePlans(before, now, states);
        for (const { task } of changes) expect(states.has(task.id)).toBe(false);
        for (const { task } of openTasks(now, states)) expect(states.has(task.id)).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  it("tells nothing when nothing changed", () => {
    fc.assert(
      fc.property(arbitraryPlanInput, (input) => {
        const plan = makePlan(content, input);
        expect(comparePlans(plan, makePlan(content, input), new Map())).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
