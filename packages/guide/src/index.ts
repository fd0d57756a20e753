export {
  assess,
  type AssessDeps,
  type Assessment,
  type Reason,
  type TextSpan,
} from "./assess/assess.ts";
export { assessmentSchema } from "./assess/assessment-schema.ts";
export { type FactName, type GuideFacts, guideFactsSchema } from "./assess/facts.ts";
export { factsOfCase } from "./assess/facts-of-case.ts";
export { defangUrl } from "./assess/find/defang.ts";
export { indicatorsSchema } from "./assess/indicators.ts";
export {
  type Conversation,
  itemAt,
  joinConversations,
  mailOf,
  theirWords,
  wordsOfItem,
} from "./assess/join-conversations.ts";
export { maximumHeardCharacters, type ThreatText } from "./assess/listen.ts";
export {
  answerIn,
  openQuestions,
  type Question,
  type QuestionId,
  questionIds,
  questionOf,
  type QuestionStage,
  withAnswer,
} from "./assess/questions.ts";
export { loadAssess } from "./assess/load-assess.ts";
export { demandKinds, gates, scenarios } from "./assess/scenarios.ts";
export { paymentNetworks } from "./assess/find/payments.ts";
export { toUtf8Span } from "./assess/utf8-span.ts";
export { lexiconSchema } from "./assess/words/lexicon.ts";
export { holds, type PlanInput } from "./plan/condition.ts";
export { loadPlan } from "./plan/load-plan.ts";
export {
  comparePlans,
  contradictionsOf,
  makePlan,
  openTasks,
  type PlanChange,
  type PlanContent,
  type PlannedTask,
  type TaskState,
} from "./plan/make-plan.ts";
export { type PlanView, viewPlan } from "./plan/view-plan.ts";
export {
  type Contradiction,
  contradictionSchema,
  type Ordering,
  planChangeSchema,
  plannedTaskSchema,
  type Task,
  tasksSchema,
  type When,
  whens,
} from "./plan/task.ts";
export {
  countryCodeSchema,
  dialledDigits,
  type DialNumber,
  toCallUri,
  toTextUri,
} from "./allies/dial-number.ts";
export {
  contactOf,
  findHelp,
  type Help,
  type HelpChannel,
  type HelpEmergency,
  type HelpLine,
  type HelpNote,
  type HelpQuestion,
  type HelpReason,
  type LineTrust,
  type Need,
  needs,
  type Scope,
} from "./allies/find-help.ts";
export {
  type Channel,
  type ChannelKind,
  type EmergencyNumber,
  type Helpline,
  type HelplineKind,
  helplineKinds,
  type HelplinePlace,
  helplinePlaceSchema,
  type Hours,
  type Weekday,
  weekdays,
} from "./allies/helplines.ts";
export {
  asksFor,
  type FirstAsk,
  type FirstWords,
  firstWordsSchema,
  type Listener,
  listeners,
  loadFirstWords,
  type Wish,
  writeFirstWords,
} from "./allies/first-words.ts";
export { openingAt, type Opening, runsOfDays } from "./allies/opening.ts";
export { needOfGate } from "./allies/need-of-gate.ts";
export {
  loadProfessionals,
  type Professional,
  professionalsSchema,
} from "./allies/professionals.ts";
export { type HelplinePlaces, loadHelplines } from "./allies/load-helplines.ts";
export {
  type Confidant,
  type ConfidantKind,
  confidantKinds,
  confidantQualities,
  type ConfidantQuality,
  type ConfidantReason,
  leavesFamilyOut,
  type WhomAnswers,
  type WhomFacts,
  whomToTell,
} from "./allies/whom-to-tell.ts";
export {
  type ContentKind,
  contentKinds,
  type ContentPort,
  type LoadContentError,
} from "./content/content-port.ts";
export {
  type Fact,
  factOf,
  isOlderThanAYear,
  showFact,
  type ShownFact,
  type Trust,
} from "./content/fact.ts";
export {
  type CaptureAdvice,
  type CaptureExport,
  type CaptureQuestion,
  type CaptureStep,
  type CaptureWarning,
  type ChatEffect,
  coachCapture,
} from "./capture/coach-capture.ts";
export {
  type CaptureCoach,
  loadCaptureCoach,
  type PlatformId,
  platformIds,
} from "./capture/load-capture-coach.ts";
export { type Platform, platformSchema, type ShowCode, showCodes } from "./capture/platform.ts";
export { checkDraft, type CheckDraftDeps, type DraftMark } from "./reply/check-draft.ts";
export { type DraftKind, draftKinds } from "./reply/draft-kinds.ts";
export { loadReply, type Reply } from "./reply/load-reply.ts";
export {
  draftWordsSchema,
  type ReplyAdvice,
  replyAdviceSchema,
  type ReplySentence,
} from "./reply/reply-content.ts";
export { sentenceFor } from "./reply/sentence-for.ts";
