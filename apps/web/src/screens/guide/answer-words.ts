import { answerIn, type FactName, type GuideFacts, type QuestionId } from "@holdfast/guide";
import { type AppMessageCode, appMessages, type AppWords } from "@holdfast/words";

import { isolated } from "../../app/isolated.ts";

/** Facts that are decided by the answer to another question. */
const askedBy: Readonly<Partial<Record<FactName, QuestionId>>> = {
  paid: "gave",
  alreadyShared: "sharedWhere",
};

const isMessage = (code: string): code is AppMessageCode => Object.hasOwn(appMessages, code);

/** One answer in the words in which it was given; undefined where it is "I don't know". */
export const answerSentence = (
  say: AppWords["say"],
  id: QuestionId,
  value: string,
): string | undefined => {
  const code = `guide_a_${id}_${value}`;
  return isMessage(code) ? say(code) : undefined;
};

/** What was answered to this question; `undefined` when nothing was. */
export const answerWords = (
  words: Pick<AppWords, "say" | "locale">,
  facts: GuideFacts,
  id: QuestionId,
): string | undefined => {
  if (id === "country") {
    const { country } = facts;
    if (country === undefined) return undefined;
    const names = new Intl.DisplayNames([words.locale], { type: "region" });
    return isolated(names.of(country) ?? country);
  }
  const values = answerIn(facts, id);
  if (values.length === 0)
    return facts[id] === undefined ? undefined : words.say("guide_ask_none_do");
  const sentences = values.map(
    (value) => answerSentence(words.say, id, value) ?? words.say("guide_ask_unknown_do"),
  );
  return new Intl.ListFormat(words.locale, { type: "unit" }).format(sentences);
};

/** The question and the answer that a fact came from; `undefined` for what no question asks. */
export const factWords = (
  words: Pick<AppWords, "say" | "locale">,
  facts: GuideFacts,
  fact: FactName,
): { readonly question: string; readonly answer: string } | undefined => {
  const id = askedBy[fact] ?? fact;
  const code = `guide_q_${id}`;
  if (!isQuestion(id) || !isMessage(code)) return undefined;
  const answer = answerWords(words, facts, id);
  return answer === undefined ? undefined : { question: words.say(code), answer };
};

const isQuestion = (id: string): id is QuestionId => isMessage(`guide_q_${id}`);
