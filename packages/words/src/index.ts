export { type Countable, formatBytes, formatCount, groupHex } from "./amounts.ts";
export {
  type AppLocale,
  appLocales,
  type AppMessageCode,
  appMessages,
  type AppWords,
  createAppWords,
} from "./app.ts";
export { createSentences, type MessageParameters } from "./catalogue.ts";
export { cliSentence, isCliMessageCode, progressSentence } from "./cli.ts";
export { guideSentence } from "./guide.ts";
export { cliHelp, type CommandHelp, type CommandWithHelp } from "./messages/en/cli-help.ts";
export type { CliMessageCode } from "./messages/en/cli.ts";
export type { GuideMessageCode } from "./messages/en/guide.ts";
export {
  attachmentMissingLabels,
  custodyActionLabels,
  exhibitKindLabels,
  exhibitOriginLabels,
  itemFlagLabels,
  itemKindLabels,
  timeBasisLabels,
} from "./messages/en/labels.ts";
export { labelsOfWords } from "./locked-words.ts";
export { type NoteParameters, noteSentence } from "./note-sentence.ts";
export {
  dateWords,
  instantSentence,
  offsetAt,
  timeSentence,
  type TimeWords,
  weekdayOf,
} from "./time-sentence.ts";
export { verifyText } from "./messages/en/verify-text.ts";
export { type ReportMessageCode, reportSentence } from "./report.ts";
export { sharePageSentence } from "./share-page.ts";
export {
  type FindingGroup,
  findingGroupOf,
  findingGroupTitles,
  findingSentence,
  severityMessages,
  utcInstantWords,
  type VerdictCode,
  verdictMeaning,
  verdictSentence,
} from "./verify.ts";
export { type VerifyPageMessageCode, verifyPageSentence } from "./verify-page.ts";
