import { type GuideFacts, guideFactsSchema } from "./facts.ts";

/** What is asked of the person, each a screen of its own. Several facts can hang on one answer. */
export const questionIds = [
  "role",
  "danger",
  "deviceWatched",
  "age",
  "who",
  "channel",
  "proof",
  "picturesExist",
  "sharedWhere",
  "gave",
  "passwordQuoted",
  "accountChanges",
  "meetingDemanded",
  "ageInPictures",
  "holds",
  "toldOthers",
  "tellFamily",
  "beingKnown",
  "police",
  "workLink",
  "country",
] as const;
export type QuestionId = (typeof questionIds)[number];

/** `understand`: before the letter. `plan`: they make the plan fit better, and come when somebody wants them. */
export type QuestionStage = "understand" | "plan";

export interface Question {
  readonly id: QuestionId;
  readonly stage: QuestionStage;
  /** `one`: an answer goes on at once. `many`: several can be ticked. `country`: the reader's own list. */
  readonly kind: "one" | "many" | "country";
  /** "yes" and "no" where the fact is true or false; "unknown" is never among them: that is "I don't know". */
  readonly options: readonly string[];
  /** What "I don't know" says, where that is an answer of its own and not only one that was passed over. */
  readonly unknown?: "unknown";
}

interface QuestionPlan extends Question {
  /** Worth asking, for what is known so far. */
  readonly isFor?: (facts: GuideFacts) => boolean;
}

const yesNo = ["yes", "no"] as const;
const mails: ReadonlySet<string | undefined> = new Set(["email", "letter"]);

const isForSelf = ({ role }: GuideFacts): boolean => role === undefined || role === "self";
const isMail = ({ channel }: GuideFacts): boolean => mails.has(channel);

/** In the order in which they are asked: safety, then what decides most. Source: care.md 8, 10, 20. */
const questions: readonly QuestionPlan[] = [
  {
    id: "role",
    stage: "understand",
    kind: "one",
    options: ["parent", "teacher", "friend", "advocate", "self"],
    // Who helps has said so at the door.
    isFor: () => false,
  },
  { id: "danger", stage: "understand", kind: "one", options: yesNo },
  { id: "deviceWatched", stage: "understand", kind: "one", options: yesNo },
  {
    id: "age",
    stage: "understand",
    kind: "one",
    unknown: "unknown",
    options: ["under-18", "adult"],
  },
  {
    id: "who",
    stage: "understand",
    kind: "one",
    unknown: "unknown",
    options: ["stranger", "partner", "ex", "acquaintance", "family", "colleague"],
  },
  {
    id: "channel",
    stage: "understand",
    kind: "one",
    options: [
      "instagram",
      "whatsapp",
      "snapchat",
      "telegram",
      "facebook",
      "email",
      "sms",
      "call",
      "tiktok",
      "discord",
      "letter",
    ],
  },
  {
    id: "proof",
    stage: "understand",
    kind: "one",
    unknown: "unknown",
    options: ["none", "real-private", "public-only", "synthetic"],
  },
  {
    id: "picturesExist",
    stage: "understand",
    kind: "one",
    options: ["yes", "no", "unsure"],
    isFor: ({ proof }) => proof !== "real-private" && proof !== "synthetic",
  },
  {
    id: "sharedWhere",
    stage: "understand",
    kind: "one",
    options: ["no", "claims", "private", "group", "public", "work", "school"],
  },
  {
    id: "gave",
    stage: "understand",
    kind: "many",
    options: ["money", "id-document", "bank-login", "account", "received-money"],
  },
  {
    id: "passwordQuoted",
    stage: "understand",
    kind: "one",
    options: ["none", "old", "current"],
    isFor: isMail,
  },
  { id: "accountChanges", stage: "understand", kind: "one", options: yesNo },
  {
    id: "meetingDemanded",
    stage: "understand",
    kind: "one",
    options: yesNo,
    isFor: (facts) => !isMail(facts),
  },
  {
    id: "ageInPictures",
    stage: "plan",
    kind: "one",
    unknown: "unknown",
    options: ["all-adult", "some-under-18"],
    isFor: ({ picturesExist, proof }) => picturesExist !== "no" || proof === "real-private",
  },
  {
    id: "holds",
    stage: "plan",
    kind: "many",
    options: [
      "intimate-picture",
      "ordinary-picture",
      "chat",
      "call-recording",
      "identity-or-status",
      "work-content",
      "nothing-shown",
    ],
    isFor: isForSelf,
  },
  { id: "toldOthers", stage: "plan", kind: "one", options: yesNo, isFor: isForSelf },
  {
    id: "tellFamily",
    stage: "plan",
    kind: "one",
    options: ["ok", "undecided", "dangerous"],
    isFor: isForSelf,
  },
  {
    id: "beingKnown",
    stage: "plan",
    kind: "one",
    options: ["ok", "dangerous"],
    isFor: isForSelf,
  },
  { id: "police", stage: "plan", kind: "one", options: ["ok", "undecided", "no"] },
  { id: "workLink", stage: "plan", kind: "one", options: yesNo },
  { id: "country", stage: "plan", kind: "country", options: [] },
];

export const questionOf = (id: QuestionId): Question | undefined =>
  questions.find((one) => one.id === id);

/**
 * The questions that are still open, in order: not answered, not passed over, and worth asking. Nothing is asked twice.
 *
 * @param passed those that were skipped, or answered with "I don't know"
 */
export const openQuestions = (
  facts: GuideFacts,
  passed: ReadonlySet<QuestionId>,
  stage: QuestionStage,
): readonly Question[] =>
  questions.filter(
    (one) =>
      one.stage === stage
      && !passed.has(one.id)
      && facts[one.id] === undefined
      && (one.isFor?.(facts) ?? true),
  );

/**
 * The facts with this answer in them. No value takes an earlier answer back.
 *
 * @param values of `Question.options`, or a country for "country"
 */
export const withAnswer = (
  facts: GuideFacts,
  id: QuestionId,
  values: readonly string[],
): GuideFacts => {
  const others = Object.entries(facts).filter(([name]) => !answeredBy(id).includes(name));
  return guideFactsSchema.parse({ ...Object.fromEntries(others), ...factsSaid(id, values) });
};

/** Which facts an answer to this question decides. */
const answeredBy = (id: QuestionId): readonly string[] => {
  if (id === "gave") return ["gave", "paid"];
  return id === "sharedWhere" ? ["sharedWhere", "alreadyShared"] : [id];
};

const factsSaid = (
  id: QuestionId,
  values: readonly string[],
): Readonly<Record<string, unknown>> => {
  const [first] = values;
  if (first === undefined) return {};
  if (id === "gave") return { gave: values, paid: values.includes("money") };
  if (id === "holds") return { holds: values };
  if (id === "sharedWhere") {
    return { sharedWhere: first, alreadyShared: first !== "no" && first !== "claims" };
  }
  const isTrueOrFalse = questionOf(id)?.options === yesNo;
  return { [id]: isTrueOrFalse ? first === "yes" : first };
};

/** The answer that these facts hold, as the question's options have it; nothing when it is open. */
export const answerIn = (facts: GuideFacts, id: QuestionId): readonly string[] => {
  const value = facts[id];
  if (value === undefined) return [];
  if (typeof value === "boolean") return [value ? "yes" : "no"];
  return typeof value === "string" ? [value] : value;
};
