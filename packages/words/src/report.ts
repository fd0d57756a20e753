import { createSentences } from "./catalogue.ts";
import { reportMessages } from "./messages/en/report.ts";

/** What REPORT.html, view.html and unsigned-metadata.json say. Parameters are put in as they are: escape the sentence. */
export const reportSentence = createSentences("en", reportMessages);

export type ReportMessageCode = keyof typeof reportMessages;
