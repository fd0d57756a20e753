import { isCalendarDate } from "@holdfast/evidence";
import { z } from "zod";

/** A day of the calendar, "2026-11-25". Days in this form are ordered as texts. */
export const daySchema = z.string().refine(
  (text) => {
    const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
    return match !== null && isCalendarDate(Number(match[1]), Number(match[2]), Number(match[3]));
  },
  { error: "is not a day of the calendar, written like 2026-11-25" },
);

export const httpsUrlSchema = z.url({
  protocol: /^https$/,
  hostname: z.regexes.domain,
  error: "is not an address that begins with https://",
});

/** How far a fact can be relied on: who saw it, where, and when. What was seen was seen somewhere. */
const seenShape = {
  status: z.literal("seen"),
  checkedOn: daySchema,
  source: z
    .array(httpsUrlSchema)
    .min(1, {
      error:
        'is marked "seen": name at least one address where it was seen, or mark it "unverified"',
    })
    .readonly(),
};

const unverifiedShape = {
  status: z.literal("unverified"),
  checkedOn: daySchema,
  source: z.array(httpsUrlSchema).readonly(),
};

/** The ground alone, for what has no value of its own ("there is such a line"). */
export const groundSchema = z.discriminatedUnion("status", [
  z.strictObject(seenShape).readonly(),
  z.strictObject(unverifiedShape).readonly(),
]);
export type Ground = z.infer<typeof groundSchema>;

/** One fact: a value and its ground. What nobody knows is not written down at all. */
export const factOf = <Value extends z.ZodType>(value: Value) =>
  z.discriminatedUnion("status", [
    z.strictObject({ value, ...seenShape }).readonly(),
    z.strictObject({ value, ...unverifiedShape }).readonly(),
  ]);

export type Fact<Value> = Ground & { readonly value: Value };

/** `old`: seen, but more than a year before today. `not-checked`: written down by somebody who had not seen it. */
export type Trust = "checked" | "old" | "not-checked";

/** A fact as a screen needs it: what it says, and how far to trust it. */
export interface ShownFact<Value> {
  readonly value: Value;
  readonly trust: Trust;
  readonly checkedOn: string;
  readonly source: readonly string[];
}

/** @param today a day like "2026-11-25", given by whoever has a clock */
export const trustOf = (ground: Ground, today: string): Trust => {
  if (ground.status === "unverified") return "not-checked";
  return isOlderThanAYear(ground.checkedOn, today) ? "old" : "checked";
};

export const isOlderThanAYear = (checkedOn: string, today: string): boolean =>
  `${String(Number(checkedOn.slice(0, 4)) + 1).padStart(4, "0")}${checkedOn.slice(4)}` < today;

export const showFact = <Value>(fact: Fact<Value>, today: string): ShownFact<Value> => ({
  value: fact.value,
  trust: trustOf(fact, today),
  checkedOn: fact.checkedOn,
  source: fact.source,
});
