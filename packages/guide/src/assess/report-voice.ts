import type { Listened } from "./listen.ts";
import type { Meaning } from "./words/meanings.ts";

/**
 * A page of the police, a newsletter, a bill: it talks about such threats, or about something else, and is none. What it
 * quotes is not said to the reader. What could save a life is still heard: a card too many does no harm.
 */
export const withoutReportedWords = (listened: Listened): Listened => {
  if (!isReport(listened)) return listened;
  return { ...listened, hearings: listened.hearings.filter(({ meaning }) => alwaysHeard.has(meaning)), payments: [], amounts: [], deadlines: [] };
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
  const sentences = (of: ReadonlySet<Meaning>, quoted: boolean): number =>
    new Set(
      hearings
        .filter(({ meaning, isQuoted, isNegated }) => of.has(meaning) && (quoted || !isQuoted) && !isNegated)
        .map(({ sentence }) => sentence),
    ).size;
  const reports = sentences(reporting, true);
  return reports >= 2 && reports > sentences(direct, false);
};
