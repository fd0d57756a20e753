/** What in a draft could hurt whoever sends it, in the order in which it is told. */
export const draftKinds = [
  "threat-back",
  "more-pictures",
  "meeting",
  "paying",
  "negotiating",
  "personal-facts",
  "apology",
  "pleading",
  "anger",
] as const;
export type DraftKind = (typeof draftKinds)[number];
