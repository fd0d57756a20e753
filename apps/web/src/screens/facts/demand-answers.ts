import type { Threat } from "@holdfast/evidence";

/** The questions as they are answered; an empty one stays unanswered. */
export interface DemandAnswers {
  readonly demand: string;
  readonly amount: string;
  readonly currency: string;
  readonly deadline: string;
  readonly paymentAddress: string;
}

export const readAnswers = (threat: Threat | undefined): DemandAnswers => ({
  demand: threat?.demand ?? "",
  amount: threat?.amount ?? "",
  currency: threat?.currency ?? "",
  deadline: threat?.deadline?.quote ?? "",
  paymentAddress: threat?.paymentAddress ?? "",
});

export const isAmount = (amount: string): boolean =>
  amount.trim() === "" || /^\d+(\.\d+)?$/u.test(toDecimal(amount));

/** "49,90" as many write it; thousands are not guessed. */
const toDecimal = (amount: string): string => amount.trim().replace(",", ".");

/** What was said before and is not asked here stays; `undefined` when nothing is said at all. */
export const changeThreat = (
  before: Threat | undefined,
  answers: DemandAnswers,
): Threat | undefined => {
  const given = (text: string): string | undefined =>
    text.trim() === "" ? undefined : text.trim();
  const demand = given(answers.demand);
  const amount = given(answers.amount);
  const currency = given(answers.currency);
  const quote = given(answers.deadline);
  const paymentAddress = given(answers.paymentAddress);
  const isSameDeadline = quote === before?.deadline?.quote;
  const after: Threat = {
    ...(before?.shown === undefined ? {} : { shown: before.shown }),
    ...(demand === undefined ? {} : { demand }),
    ...(amount === undefined ? {} : { amount: toDecimal(amount) }),
    ...(currency === undefined ? {} : { currency }),
    ...(quote === undefined
      ? {}
      : {
          deadline: isSameDeadline && before?.deadline !== undefined ? before.deadline : { quote },
        }),
    ...(paymentAddress === undefined ? {} : { paymentAddress }),
  };
  return Object.keys(after).length === 0 ? undefined : after;
};
