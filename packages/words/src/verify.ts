import { civilOfUtcMs, type FindingCode } from "@holdfast/evidence";

import { createSentences, type MessageParameters } from "./catalogue.ts";
import {
  findingGroupTitles,
  findingMessages,
  severityMessages,
  verdictMeanings,
  verdictMessages,
} from "./messages/en/verify.ts";
import { dateWords } from "./time-sentence.ts";

const say = createSentences("en", findingMessages);
const sayVerdict = createSentences("en", verdictMessages);
const sayMeaning = createSentences("en", verdictMeanings);

export type VerdictCode = keyof typeof verdictMessages;
export type FindingGroup = keyof typeof findingGroupTitles;

/** The sentence of a finding. Names in it come from a stranger's bag: show it as text, never as markup. */
export const findingSentence = (code: FindingCode, parameters: MessageParameters): string =>
  say(code, inWords(parameters));

export const verdictSentence = (verdict: VerdictCode, parameters: MessageParameters): string =>
  sayVerdict(verdict, inWords(parameters));

/** What the verdict means and what it does not. */
export const verdictMeaning = (verdict: VerdictCode, parameters: MessageParameters): string =>
  sayMeaning(verdict, inWords(parameters));

export { findingGroupTitles, severityMessages };

/** "Sunday 22 November 2026, 18:04 UTC" for members that are instants: milliseconds since 1970, named "…At". */
const inWords = (parameters: MessageParameters): MessageParameters =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      name.endsWith("At") && typeof value === "number" ? utcInstantWords(value) : value,
    ]),
  );

export const utcInstantWords = (ms: number): string => {
  const { hour, minute } = civilOfUtcMs(ms);
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${dateWords(ms)}, ${two(hour)}:${two(minute)} UTC`;
};

const exceptions: Readonly<Partial<Record<FindingCode, FindingGroup>>> = {
  no_anchor: "anchor",
  roots_unreadable: "anchor",
  signature_file_unknown: "anchor",
  limit_custody_too_long: "custody",
  item_custody_differs: "custody",
  item_not_in_custody: "custody",
  item_custody_not_opened: "custody",
};

const groupOfFirstWord: Readonly<Record<string, FindingGroup>> = {
  input: "container",
  zip: "container",
  path: "container",
  limit: "container",
  item: "exhibits",
  items: "exhibits",
  parent: "exhibits",
  case: "exhibits",
  custody: "custody",
  seal: "anchor",
  timestamp: "anchor",
  witness: "anchor",
};

/** Under which heading a finding stands. */
export const findingGroupOf = (code: FindingCode): FindingGroup =>
  exceptions[code] ?? groupOfFirstWord[code.split("_", 1)[0] ?? ""] ?? "files";
