/** What kind of threat it is. */
export const scenarios = [
  "mass-bluff",
  "money-stranger",
  "content-coercion",
  "partner-or-ex",
  "acquaintance",
  "intruder",
  "workplace",
  "synthetic",
  "already-shared",
] as const;
export type Scenario = (typeof scenarios)[number];

/**
 * Where it is not clear, the advice of the more dangerous one is given: somebody near can come to the door, somebody with
 * access reads along, somebody who wants more pictures stays. "Mass bluff" is last: false calm is the worst error.
 */
export const byDanger: readonly Scenario[] = [
  "partner-or-ex",
  "intruder",
  "content-coercion",
  "already-shared",
  "acquaintance",
  "money-stranger",
  "synthetic",
  "workplace",
  "mass-bluff",
];

/** What comes before everything else, whatever the scenario is; in the order in which it is shown. */
export const gates = [
  "self-harm",
  "danger",
  "minor",
  "already-shared",
  "paid",
  "watched-device",
  "meeting-demanded",
] as const;
export type Gate = (typeof gates)[number];

export const demandKinds = [
  "money",
  "pictures",
  "live-video",
  "sex",
  "meeting",
  "silence",
  "relationship",
  "job",
  "other",
] as const;
export type DemandKind = (typeof demandKinds)[number];
