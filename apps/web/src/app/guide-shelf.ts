import { type GuideFacts, guideFactsSchema, questionIds } from "@holdfast/guide";
import { z } from "zod";

import type { Door } from "../door/door.ts";

/** Answers about self-harm are never stored (care rule 5): the type has no room for them. */
export type StoredFacts = Omit<GuideFacts, "selfHarm">;
const storedFactsSchema = guideFactsSchema.omit({ selfHarm: true });

/** What somebody told the guide. */
export const answersSchema = z
  .strictObject({
    facts: storedFactsSchema.readonly(),
    /** Skipped, or answered with "I don't know": not asked again. */
    passed: z.array(z.enum(questionIds)).readonly(),
    /** The words of the threat, as they were pasted. */
    text: z.string(),
    /** Whether what is kept in the place is read, too. */
    hearsKept: z.boolean(),
  })
  .readonly();
export type GuideAnswers = z.infer<typeof answersSchema>;

const statesSchema = z.record(z.string(), z.enum(["done", "set-aside"])).readonly();
export type TaskStates = z.infer<typeof statesSchema>;

/** All that the guide lays on the private shelf. */
export interface GuideRecord {
  readonly answers: GuideAnswers;
  readonly states: TaskStates;
  /** What was known when the plan was looked at last. */
  readonly seen: GuideAnswers | undefined;
}

export const nothingSaid: GuideRecord = {
  answers: { facts: {}, passed: [], text: "", hearsKept: false },
  states: {},
  seen: undefined,
};

const keys = { answers: "guide/answers", states: "guide/tasks", seen: "guide/seen" } as const;
const schemas = { answers: answersSchema, states: statesSchema, seen: answersSchema } as const;

/** `undefined`: nothing of the guide lies there. A part that this version cannot read is left where it is, and not used. */
export const readGuideShelf = async (
  shelf: Door["keep"]["shelf"],
): Promise<Partial<GuideRecord> | undefined> => {
  const [answers, states, seen] = await Promise.all([
    readPart(shelf, "answers"),
    readPart(shelf, "states"),
    readPart(shelf, "seen"),
  ]);
  const found = {
    ...(answers === undefined ? {} : { answers: answersSchema.parse(answers) }),
    ...(states === undefined ? {} : { states: statesSchema.parse(states) }),
    ...(seen === undefined ? {} : { seen: answersSchema.parse(seen) }),
  };
  return Object.keys(found).length === 0 ? undefined : found;
};

const readPart = async (
  shelf: Door["keep"]["shelf"],
  part: keyof typeof keys,
): Promise<unknown> => {
  const kept = await shelf.get(keys[part]);
  if (!kept.ok || kept.value === undefined) return undefined;
  const read = schemas[part].safeParse(JSON.parse(kept.value));
  return read.success ? read.data : undefined;
};

/** Writes what became different. Gives whether all of it is written. */
export const writeGuideShelf = async (
  shelf: Door["keep"]["shelf"],
  before: GuideRecord | undefined,
  now: GuideRecord,
): Promise<boolean> => {
  const parts = (["answers", "states", "seen"] as const).filter(
    (part) => now[part] !== undefined && now[part] !== before?.[part],
  );
  const written = await Promise.all(
    parts.map((part) => shelf.set(keys[part], JSON.stringify(now[part]))),
  );
  return written.every((one) => one.ok);
};

/** Gone without a trace. */
export const clearGuideShelf = async (shelf: Door["keep"]["shelf"]): Promise<boolean> => {
  const removed = await Promise.all(Object.values(keys).map((key) => shelf.remove(key)));
  return removed.every((one) => one.ok);
};
