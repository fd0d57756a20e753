import { type Helpline, showFact } from "@holdfast/guide";
import type { AppWords } from "@holdfast/words";

import { useApp } from "../../app/app-context.ts";
import { isolated } from "../../app/isolated.ts";
import { useSession } from "../../app/use-session.ts";
import { TrustWords } from "./TrustWords.tsx";

type AnyFact = Parameters<typeof showFact<unknown>>[0];

/** A question about a line: the fact that answers it in words, or what is not known. */
interface Point {
  readonly known?: { readonly fact: AnyFact; readonly sentence: string };
  readonly unknown?: string;
}

/** What somebody wants to know before they call: each fact with how sure it is, and what nobody knows said too. */
export const LineFacts = ({ line }: { readonly line: Helpline }) => {
  const { today, words } = useApp();
  const { young } = useSession();
  const points = pointsOf(line, young, words);
  const known = points.flatMap((point) => point.known ?? []);
  const unknown = points.flatMap((point) => point.unknown ?? []);
  return (
    <>
      {known.length === 0 ? undefined : (
        <ul className="line-facts">
          {known.map(({ fact, sentence }) => (
            <li key={sentence}>
              {sentence}{" "}
              <span className="soft small">
                <TrustWords fact={showFact(fact, today())} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {unknown.length === 0 ? undefined : (
        <>
          <p className="soft">{words.say("talk_line_unknown")}</p>
          <ul className="line-facts soft">
            {unknown.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
};

const pointsOf = (line: Helpline, young: boolean, words: AppWords): readonly Point[] => {
  const { say } = words;
  const isByPhone = line.channels.some(({ kind }) => kind === "call" || kind === "text");
  const whenByPhone = (sentence: string): string | undefined => (isByPhone ? sentence : undefined);
  return [
    pointOf(line.ages, (ages) => agesInWords(ages, words)),
    pointOf(line.welcomes, (who) =>
      say("talk_welcome", {
        who: inList(
          who.map((one) => say(welcomeTitles[one])),
          words,
        ),
      }),
    ),
    pointOf(
      line.anonymous,
      (isNameless) => say(isNameless ? "talk_nameless" : "talk_named"),
      say("talk_nameless_unknown"),
    ),
    pointOf(line.callsPolice, (acts) => say(policeTitles[acts]), say("talk_police_unknown")),
    pointOf(
      line.tellsParents,
      (acts) => say(parentsTitles[acts]),
      young ? say("talk_parents_unknown") : undefined,
    ),
    pointOf(line.cost, (cost) => say(costTitles[cost]), whenByPhone(say("talk_cost_unknown"))),
    pointOf(
      line.showsOnBill,
      (shows) => say(shows ? "talk_bill" : "talk_bill_not"),
      whenByPhone(say("talk_bill_unknown")),
    ),
    pointOf(
      line.languages,
      (tags) => say("talk_languages", { languages: languagesInWords(tags, words) }),
      say("talk_languages_unknown"),
    ),
  ];
};

const pointOf = <Value,>(
  fact: Parameters<typeof showFact<Value>>[0] | undefined,
  inWords: (value: Value) => string,
  unknown?: string,
): Point => {
  if (fact !== undefined) return { known: { fact, sentence: inWords(fact.value) } };
  return unknown === undefined ? {} : { unknown };
};

const policeTitles = {
  never: "talk_police_never",
  "only-if-asked": "talk_police_asked",
  "in-danger": "talk_police_danger",
  always: "talk_police_always",
} as const;

const parentsTitles = {
  never: "talk_parents_never",
  "only-if-asked": "talk_parents_asked",
  "in-danger": "talk_parents_danger",
  always: "talk_parents_always",
} as const;

const costTitles = {
  free: "talk_cost_free",
  "as-a-call": "talk_cost_call",
  "more-than-a-call": "talk_cost_more",
} as const;

const welcomeTitles = {
  "any-gender": "talk_welcome_any_gender",
  women: "talk_welcome_women",
  men: "talk_welcome_men",
  lgbtq: "talk_welcome_lgbtq",
  "any-immigration-status": "talk_welcome_any_status",
  "sex-workers": "talk_welcome_sex_workers",
  "from-abroad": "talk_welcome_abroad",
} as const;

const agesInWords = (
  { min, max }: NonNullable<Helpline["ages"]>["value"],
  words: AppWords,
): string => {
  if (min !== undefined && max !== undefined) return words.say("talk_age_between", { min, max });
  if (min !== undefined) return words.say("talk_age_from", { min });
  return max === undefined ? "" : words.say("talk_age_to", { max });
};

const languagesInWords = (tags: readonly string[], words: AppWords): string => {
  const names = new Intl.DisplayNames([words.locale], { type: "language" });
  return inList(
    tags.map((tag) => isolated(names.of(tag) ?? tag)),
    words,
  );
};

const inList = (parts: readonly string[], { locale }: AppWords): string =>
  new Intl.ListFormat(locale, { type: "unit" }).format(parts);
