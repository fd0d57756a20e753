import { type Assessment, defangUrl } from "@holdfast/guide";

import { useApp } from "../../app/app-context.ts";
import { isolated } from "../../app/isolated.ts";
import { Exact } from "../../design/components/Exact.tsx";

/** A case can hold one address in a hundred messages. */
const onlyOnce = <T,>(all: readonly T[], keyOf: (one: T) => string): readonly T[] =>
  [...new Map(all.toReversed().map((one) => [keyOf(one), one])).values()].toReversed();

const mostListed = 6;

type Payment = Assessment["threat"]["payment"][number];

/** Long codes that somebody compares by eye. */
const copiedByHand: ReadonlySet<Payment["network"]> = new Set<Payment["network"]>([
  "bitcoin",
  "ethereum",
  "litecoin",
  "monero",
  "tron",
  "iban",
]);

/** Read out of their words: what they ask for, by when, where it is to go, and how they can be found. Links can't be tapped. */
export const WhatTheyWant = ({
  threat: { demands, deadline, payment, handles },
}: {
  readonly threat: Assessment["threat"];
}) => {
  const {
    words: { say, locale },
  } = useApp();
  const accounts = onlyOnce(payment, ({ network, value }) => `${network} ${value}`);
  const ways = onlyOnce(handles, ({ kind, value }) => `${kind} ${value}`);
  if (demands.length + accounts.length + ways.length === 0 && deadline === undefined) {
    return undefined;
  }
  const wanted = demands.map(({ kind, amount, currency }) =>
    amount === undefined
      ? say(`demand_${kind}`)
      : say("demand_sum", { sum: isolated([amount, currency ?? ""].join(" ").trim()) }),
  );
  return (
    <section className="stack">
      <h2>{say("guide_letter_wants")}</h2>
      {wanted.length === 0 ? undefined : (
        <p>
          {say("letter_they_want", {
            list: new Intl.ListFormat(locale, { type: "unit" }).format(wanted),
          })}
        </p>
      )}
      {deadline === undefined ? undefined : (
        <p>{say("letter_deadline", { quote: isolated(deadline.quote.quote.trim()) })}</p>
      )}
      {accounts.length === 0 ? undefined : (
        <div>
          <p>{say("letter_pay_to")}</p>
          <ul className="guide-list">
            {accounts.slice(0, mostListed).map(({ network, value, valid }) => (
              <li key={`${network} ${value}`}>
                {say(`payment_${network}`)}{" "}
                {network === "gift-card" ? (
                  <q>
                    <bdi>{value}</bdi>
                  </q>
                ) : (
                  <Exact text={value} grouped={copiedByHand.has(network)} />
                )}
                {valid ? undefined : <span className="soft"> {say("guide_address_wrong")}</span>}
              </li>
            ))}
          </ul>
        </div>
      )}
      {ways.length === 0 ? undefined : (
        <div>
          <p>{say("letter_reach")}</p>
          <ul className="guide-list">
            {ways.slice(0, mostListed).map(({ kind, value }) => (
              <li key={`${kind} ${value}`}>
                <Exact text={kind === "url" ? defangUrl(value) : value} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
};
