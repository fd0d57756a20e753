import type { Listened } from "./listen.ts";
import type { Hearing } from "./words/hear.ts";
import type { Meaning } from "./words/meanings.ts";

/**
 * A page of the police, a newsletter, a bill: it talks about such threats, or about something else, and is none. What it
 * quotes is not said to the reader. What could save a life is still heard: a card too many does no harm.
 */
export const withoutReportedWords = (listened: Listened): Listened => {
  if (!isReport(listened)) return listened;
  return {
    ...listened,
    hearings: listened.hearings.filter(({ meaning }) => alwaysHeard.has(meaning)),
    payments: [],
    amounts: [],
    deadlines: [],
  };
};

const alwaysHeard: ReadonlySet<Meaning> = new Set<Meaning>([
  "self-harm-own",
  "tells-story",
  "reports-general",
  "advises-reader",
  "ordinary-mail",
]);

/** Said by the writer about himself, to the reader. */
const direct: ReadonlySet<Meaning> = new Set<Meaning>([
  "claims-hack",
  "claims-recording",
  "has-pictures",
  "will-send",
  "pay-me",
  "pay-again",
  "want-pictures",
  "want-live",
  "want-sex",
  "want-meeting",
  "want-silence",
  "want-relationship",
  "violence",
  "outside-now",
  "already-sent",
  "contacts-stolen",
]);

const reporting: ReadonlySet<Meaning> = new Set<Meaning>([
  "reports-general",
  "advises-reader",
  "ordinary-mail",
]);

/** The sentences that report must be more than those that threaten outside of a quotation. */
const isReport = ({ hearings }: Listened): boolean => {
  const sentences = (of: ReadonlySet<Meaning>, isCounted: (hearing: Hearing) => boolean): number =>
    new Set(
      hearings
        .filter((hearing) => of.has(hearing.meaning) && !hearing.isNegated && isCounted(hearing))
        .map(({ sentence }) => sentence),
    ).size;
  const reports = sentences(reporting, () => true);
  const threats = sentences(direct, ({ isQuoted }) => !isQuoted);
  const quotes = sentences(direct, ({ isQuoted }) => isQuoted);
  return (reports >= 2 && reports > threats) || (reports >= 1 && threats === 0 && quotes > 0);
};
