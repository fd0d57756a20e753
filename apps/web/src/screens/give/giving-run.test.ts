import { bagNameSchema } from "@holdfast/bundle";
import { err, ok } from "@holdfast/evidence";
import type { BagPlan } from "@holdfast/output";
import { expect, it } from "vitest";

import type { DoorState } from "../../door/door.ts";
import type { Give, MadeBag } from "../../door/giving.ts";
import { createGivingRun } from "./giving-run.ts";

const plan: BagPlan = {
  kind: "disclosure",
  purpose: "police",
  bag: bagNameSchema.parse("case-7f3a-2026-11-22-d0a1b2c"),
  exhibits: [],
  leftOut: [],
};

const bag: MadeBag = {
  file: new File(["bytes"], "case.zip"),
  bag: plan.bag,
  seal: "ab".repeat(32),
  encrypted: false,
  exhibits: [],
  leftOut: [],
};

const setUp = () => {
  let state: DoorState = {
    kind: "open",
    revision: 1,
    place: {
      id: "0",
      name: "1",
      keeps: "on-device",
      pictures: "all-adult",
      unfinishedAdds: 0,
      lockedExhibits: [],
    },
  };
  const listeners = new Set<() => void>();
  let answer: (built: Awaited<ReturnType<Give["build"]>>) => void = () => undefined;
  let signal: AbortSignal | undefined;
  const run = createGivingRun({
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    give: {
      build: (_plan, _lock, work) => {
        signal = work?.signal;
        work?.onProgress?.({ step: "exporting", done: 1, total: 2, unit: "bytes" });
        return new Promise((resolve) => {
          answer = resolve;
        });
      },
    },
  });
  return {
    run,
    answer: (built: Awaited<ReturnType<Give["build"]>>) => answer(built),
    isAborted: () => signal?.aborted === true,
    lock: () => {
      state = { kind: "locked", why: "asked" };
      listeners.forEach((listener) => listener());
    },
  };
};

it("tells how far it is, and what was made", async () => {
  const { run, answer } = setUp();
  const making = run.make(plan, { kind: "plain" });
  expect(run.state()).toMatchObject({ kind: "making", progress: { done: 1, total: 2 } });
  answer(ok(bag));
  await making;
  expect(run.state()).toEqual({ kind: "made", purpose: "police", made: bag, lock: "plain" });
});

it("stops when it is asked to, and says so", async () => {
  const { run, answer, isAborted } = setUp();
  const making = run.make(plan, { kind: "plain" });
  run.stop();
  expect(isAborted()).toBe(true);
  answer(err({ code: "cancelled" }));
  await making;
  expect(run.state()).toEqual({ kind: "failed", error: { code: "cancelled" } });
});

it("lets go of a copy when the place closes", async () => {
  const { run, answer, lock } = setUp();
  const making = run.make(plan, { kind: "plain" });
  answer(ok(bag));
  await making;
  lock();
  expect(run.state()).toEqual({ kind: "idle" });
});

it("does not bring back a copy that was finished after the place closed", async () => {
  const { run, answer, lock, isAborted } = setUp();
  const making = run.make(plan, { kind: "plain" });
  lock();
  expect(isAborted()).toBe(true);
  answer(ok(bag));
  await making;
  expect(run.state()).toEqual({ kind: "idle" });
});
