import { z } from "zod";

import { factOf } from "../content/fact.ts";
import { planConditionSchema } from "./condition.ts";

/** What a task does, as far as orderings mind it. A task may do several things. */
export const effects = [
  "safety",
  "support",
  "money",
  "keep",
  "keep-sessions",
  "carrier",
  "mailbox",
  "phone-number",
  "other-accounts",
  "log-out",
  "privacy",
  "mute",
  "block",
  "report-platform",
  "removal",
  "police",
  "delete",
  "legal",
  "work",
  "filter",
  "pause",
  "prevent",
  "risk",
  "tell",
  "contact",
] as const;
export type Effect = (typeof effects)[number];

const lineSchema = z
  .string()
  .min(4)
  .max(240)
  .regex(/^["“\p{Lu}].*[.!?”]$/u, {
    error: "is not a sentence: a capital first, a full stop at the end",
  });

/** `now` is before anything else, `today` before the night, `week` in the next days, `later` when it is quiet. */
export const whens = ["now", "today", "week", "later"] as const;
export type When = (typeof whens)[number];

const causeSchema = z.strictObject({
  code: z.string().regex(/^[a-z0-9-]+$/),
  if: planConditionSchema,
  why: factOf(lineSchema),
});

const taskSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: lineSchema,
  /** Small steps, one thought each. */
  steps: z.array(lineSchema).min(1).max(8).readonly(),
  /** Why it is in the plan: one for each cause, the first that holds is said. */
  because: z.array(causeSchema).min(1).readonly(),
  when: z.enum(whens),
  /** Comes sooner where one of these holds. */
  sooner: z
    .array(z.strictObject({ when: z.enum(whens), if: planConditionSchema }))
    .readonly()
    .exactOptional(),
  /** It is not for them, whatever else holds. */
  unless: planConditionSchema.exactOptional(),
  does: z.array(z.enum(effects)).min(1).readonly(),
  /** Who does it: the person, or the one who helps. */
  for: z.enum(["self", "helper", "both"]),
  minutes: z.int().min(1).max(240),
  needs: z.array(lineSchema).readonly().exactOptional(),
  /** The other person may see that something was changed. */
  mayBeNoticed: z.boolean(),
  /** Something that could be proof may be gone afterwards. */
  losesEvidence: z.boolean(),
  /** What leaves the device; absent when nothing does. */
  leavesDevice: lineSchema.exactOptional(),
});
export type Task = z.infer<typeof taskSchema>;

export const contradictionSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  about: lineSchema,
  tasks: z.array(z.string()).min(1).readonly(),
  says: z
    .array(z.strictObject({ who: z.string().min(3).max(120), says: factOf(lineSchema) }))
    .min(2)
    .readonly(),
  /** What this plan goes with. */
  weTake: lineSchema,
});
export type Contradiction = z.infer<typeof contradictionSchema>;

/** What one task does comes before what another one does. */
const orderingSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  before: z.array(z.enum(effects)).min(1).readonly(),
  after: z.array(z.enum(effects)).min(1).readonly(),
  if: planConditionSchema.exactOptional(),
  unless: planConditionSchema.exactOptional(),
  why: factOf(lineSchema),
});
export type Ordering = z.infer<typeof orderingSchema>;

/** One file of content/tasks. */
export const tasksSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  about: lineSchema,
  tasks: z.array(taskSchema).readonly(),
  /** What comes before what. Only in the file "orderings". */
  orderings: z.array(orderingSchema).readonly().exactOptional(),
  /** Where official advice does not agree: shown beside the tasks that it is about. Only in the file "contradictions". */
  contradictions: z.array(contradictionSchema).readonly().exactOptional(),
});

/** A task in somebody's plan, as it comes from somewhere else: a worker. */
export const plannedTaskSchema = z
  .strictObject({
    task: taskSchema,
    when: z.enum(whens),
    after: z.array(z.string()).readonly(),
    why: causeSchema,
    orderedBy: z.array(orderingSchema).readonly(),
  })
  .readonly();

/** What a new answer changed in a plan, as it comes from somewhere else. */
export const planChangeSchema = z
  .strictObject({
    kind: z.enum(["added", "removed", "sooner", "later", "now-after"]),
    task: taskSchema,
    why: causeSchema,
  })
  .readonly();
