import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import type { Result } from "@holdfast/evidence";

import type { BuildBagError } from "../bag/bag-work.ts";
import { buildBag, type BuiltBag } from "../bag/build-bag.ts";
import { type BagPlan, type BagRequest, planBag } from "../bag/plan-bag.ts";
import type { MemoryCase } from "./memory-case.ts";

export interface MadeBag {
  readonly plan: BagPlan;
  /** By their path in the bag, in the order in which they came. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly result: Result<BuiltBag, BuildBagError>;
}

/** The whole road of an export: plan, record, build, and remember what a full bag gives to be remembered. */
export const makeBag = async (
  from: MemoryCase,
  request: BagRequest,
  changes: Partial<MemoryCase["deps"]> = {},
): Promise<MadeBag> => {
  const planned = planBag(from.deps, request);
  if (!planned.ok) throw new Error(planned.error.code);
  const plan = planned.value;
  if (plan.kind === "disclosure") {
    from.record({
      action: "disclose",
      to: plan.purpose,
      exhibits: plan.exhibits,
      purpose: plan.purpose,
    });
  }
  from.recordExport(plan);
  const bag = buildBag({ ...from.deps, ...changes }, plan);
  const files = new Map<string, Uint8Array>();
  for await (const { path, bytes } of bag.entries) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of bytes) chunks.push(chunk);
    files.set(path.slice(plan.bag.length + 1), Buffer.concat(chunks));
  }
  const result = bag.result();
  if (result.ok) {
    const { seal, record } = result.value;
    from.record({
      action: "export.sealed",
      bag: plan.bag,
      seal,
      ...(record === undefined ? {} : { record }),
    });
  }
  return { plan, files, result };
};

/** Lays the files down as a folder, for strangers' tools. */
export const writeFolder = (files: ReadonlyMap<string, Uint8Array>): string => {
  const folder = mkdtempSync(join(tmpdir(), "bag-"));
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return folder;
};

export const textOf = (made: MadeBag, path: string): string => {
  const bytes = made.files.get(path);
  if (bytes === undefined) throw new Error(`${path} is not in the bag`);
  return Buffer.from(bytes).toString("utf8");
};
