import {
  type Assessment,
  defangUrl,
  type GuideFacts,
  type HelplinePlaces,
  type Reason,
} from "@holdfast/guide";
import { cliSentence, guideSentence } from "@holdfast/words";

import { shorten, toTerminalText } from "../text-columns.ts";
import { onlyOnce } from "./assess-answer.ts";
import type { Gathered } from "./gather.ts";
import { helpHints } from "./help-hints.ts";

/** A short letter: what comes before all else, what it looks like, what they want, why, and what next. */
export const assessLetter = (
  { assessment, facts, itemsLeftOut }: Gathered,
  places: HelplinePlaces,
  today: string,
): string =>
  paragraphs([
    gatesPart(assessment, facts, places, today),
    looksLike(assessment),
    wants(assessment.threat),
    why(assessment),
    asks(assessment),
    [
      ...(itemsLeftOut > 0 ? [cliSentence("assess_left_out", { count: itemsLeftOut })] : []),
      guideSentence("letter_judged", {}),
      cliSentence("assess_next", {}),
    ],
  ]);

export const paragraphs = (parts: readonly (readonly string[])[]): string =>
  `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;

export const gatesPart = (
  { gates }: Pick<Assessment, "gates">,
  facts: GuideFacts,
  places: HelplinePlaces,
  today: string,
): readonly string[] =>
  gates.length === 0
    ? []
    : [
        guideSentence("letter_pressing", {}),
        ...gates.flatMap((gate) => [
          `  ${guideSentence(`gate_${gate}`, {})}`,
          ...helpHints(places, gate, facts, today).map((hint) => `    ${hint}`),
        ]),
      ];

const looksLike = ({
  scenario,
  certainty,
  alternatives,
  credibility,
  threat,
}: Assessment): readonly string[] => [
  guideSentence(`scenario_${scenario}`, {}),
  guideSentence(`certainty_${certainty}`, {}),
  ...(alternatives.length === 0
    ? []
    : [
        guideSentence("letter_fits_too", {
          list: alternatives.map((one) => guideSentence(`short_${one}`, {})).join("; "),
        }),
      ]),
  guideSentence(`credibility_${credibility}`, {}),
  guideSentence(`urgency_${threat.urgency}`, {}),
];

const wants = ({
  demands,
  deadline,
  payment,
  handles,
}: Assessment["threat"]): readonly string[] => {
  const wanted = demands.map(({ kind, amount, currency }) =>
    amount === undefined
      ? guideSentence(`demand_${kind}`, {})
      : guideSentence("demand_sum", { sum: [amount, currency ?? ""].join(" ").trim() }),
  );
  const accounts = onlyOnce(
    payment.map(({ network, value, valid }) => ({ network, value, valid })),
  );
  const ways = onlyOnce(handles.map(({ kind, value }) => ({ kind, value })));
  return [
    ...(wanted.length === 0
      ? []
      : [guideSentence("letter_they_want", { list: wanted.join(", ") })]),
    ...(accounts.length === 0 ? [] : [guideSentence("letter_pay_to", {})]),
    ...accounts.slice(0, listed).map(({ network, value, valid }) => {
      const code = valid ? "letter_address" : "letter_address_wrong";
      return `  ${guideSentence(code, { network: guideSentence(`payment_${network}`, {}), value: toTerminalText(value) })}`;
    }),
    ...(deadline === undefined
      ? []
      : [guideSentence("letter_deadline", { quote: quoteOf(deadline.quote.quote) })]),
    ...(ways.length === 0 ? [] : [guideSentence("letter_reach", {})]),
    ...ways
      .slice(0, listed)
      .map(({ kind, value }) => `  ${toTerminalText(kind === "url" ? defangUrl(value) : value)}`),
  ];
};

/** More is in the answer with --json. */
const listed = 5;
const reasonsSaid = 8;
const longestQuote = 120;

const quoteOf = (quote: string): string => shorten(toTerminalText(quote.trim()), longestQuote);

const why = ({ reasons }: Assessment): readonly string[] => {
  const strongest = reasons.toSorted((a, b) => weightOf(b) - weightOf(a)).slice(0, reasonsSaid);
  return strongest.length === 0
    ? []
    : [guideSentence("letter_why", {}), ...strongest.flatMap(reasonLines)];
};

const weightOf = ({ points }: Reason): number =>
  Math.max(0, ...Object.values(points).map((one) => Math.abs(one)));

const reasonLines = ({ why: ground, fact, span }: Reason): readonly string[] => {
  const [source] = ground.source;
  const mark = ground.status === "seen" ? "" : ` ${guideSentence("letter_not_checked", {})}`;
  return [
    `  - ${ground.value}`,
    ...(span === undefined
      ? []
      : [`    ${guideSentence("letter_quote", { quote: quoteOf(span.quote) })}`]),
    ...(fact === undefined || span !== undefined
      ? []
      : [`    ${guideSentence("letter_you_said", {})}`]),
    ...(source === undefined ? [] : [`    ${guideSentence("letter_who_says", { source })}${mark}`]),
  ];
};

const asks = ({ askNext }: Assessment): readonly string[] =>
  askNext === undefined
    ? []
    : [
        `${guideSentence("letter_ask", {})} ${guideSentence(`ask_${askNext}`, {})}`,
        guideSentence("ask_safe_now", {}),
      ];
