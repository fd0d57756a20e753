import { needOfGate } from "@holdfast/guide";
import type { ReactNode } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import type { GuideState, Understood } from "../../app/guide-run.ts";
import { Page } from "../../app/Page.tsx";
import { sayProblem } from "../../app/say-problem.ts";
import { useDoorState } from "../../app/use-door.ts";
import { useSession } from "../../app/use-session.ts";
import { Button } from "../../design/components/Button.tsx";
import { Lines } from "../../design/components/Lines.tsx";
import { GuideAfter } from "./GuideAfter.tsx";
import { Reasons } from "./Reasons.tsx";
import { nextOf, useUnderstanding } from "./use-guide.ts";
import { useSelfHarmLine } from "./use-self-harm-line.ts";
import { WhatTheyWant } from "./WhatTheyWant.tsx";
import "./guide.css";

type There = Extract<Understood, { readonly kind: "there" }>;

/** A short letter: what comes before all else, what this looks like, what they want, and why we think so. */
export const GuideLetterScreen = () => {
  const { guide } = useApp();
  const say = useSay();
  const state = useUnderstanding();
  const { understood } = state;
  if (understood.kind === "failed") {
    return (
      <Page
        title={say("guide_letter_title")}
        lead={sayProblem(say, understood.error)}
        actions={
          <Button kind="primary" onPress={() => void guide.understand()}>
            {say("shell_try_again_do")}
          </Button>
        }
        after={<GuideAfter />}
      >
        <Safe />
      </Page>
    );
  }
  if (understood.kind !== "there") {
    return (
      <Page title={say("guide_letter_title")}>
        <p role="status">{say("guide_letter_thinking")}</p>
      </Page>
    );
  }
  return <Letter state={state} understood={understood} />;
};

/** What holds whatever it is. */
const Safe = () => <p>{useSay()("ask_safe_now")}</p>;

const Letter = ({
  state,
  understood,
}: {
  readonly state: GuideState;
  readonly understood: There;
}) => {
  const { navigation } = useApp();
  const say = useSay();
  const session = useSession();
  const { assessment } = understood.understanding;
  const more = [nextOf(state, session, "understand"), nextOf(state, session, "plan")].find(
    ({ screen }) => screen === "guide-ask",
  );
  return (
    <Page
      title={say("guide_letter_title")}
      actions={
        <>
          <Button kind="primary" onPress={() => navigation.go({ screen: "plan" })}>
            {say("guide_letter_plan_do")}
          </Button>
          {more === undefined ? undefined : (
            <Button kind="quiet" onPress={() => navigation.go(more)}>
              {say("guide_letter_more_do")}
            </Button>
          )}
        </>
      }
      after={
        <>
          <Button kind="quiet" onPress={() => navigation.go({ screen: "guide-answers" })}>
            {say("guide_letter_answers_do")}
          </Button>
          <GuideAfter />
        </>
      }
    >
      <Gates understood={understood} />
      <p className="page-lead">{say(`scenario_${assessment.scenario}`)}</p>
      <p>
        {say(`certainty_${assessment.certainty}`)} {say(`credibility_${assessment.credibility}`)}{" "}
        {say(`urgency_${assessment.threat.urgency}`)}
      </p>
      <Alternatives understood={understood} />
      {assessment.askNext === undefined ? undefined : (
        <Deciding question={say(`ask_${assessment.askNext}`)} />
      )}
      <WhatTheyWant threat={assessment.threat} />
      <p>{say("guide_letter_no_hack")}</p>
      <Reasons state={state} understood={understood} />
      {understood.itemsLeftOut === 0 ? undefined : (
        <p className="soft small">
          {say("guide_letter_left_out", { count: understood.itemsLeftOut })}
        </p>
      )}
      <p className="soft small">
        {say("letter_judged")} {say("guide_only_for_you")}
      </p>
      <WaysOn />
      <NotKept isFailing={state.isFailing} />
    </Page>
  );
};

/** Somebody to tell, a reply that need not be sent, and somebody to turn to. */
const WaysOn = () => {
  const { navigation } = useApp();
  const say = useSay();
  const selfHarm = useSelfHarmLine();
  return (
    <Lines
      size="small"
      choices={[
        {
          id: "tell",
          title: say("tell_line_do"),
          hint: say("tell_line_hint"),
          onPress: () => navigation.go({ screen: "tell" }),
        },
        {
          id: "reply",
          title: say("reply_line_do"),
          hint: say("reply_line_hint"),
          onPress: () => navigation.go({ screen: "reply" }),
        },
        selfHarm,
      ]}
    />
  );
};

/** What presses comes first, each with somebody to turn to. */
const Gates = ({ understood }: { readonly understood: There }): ReactNode => {
  const { navigation } = useApp();
  const say = useSay();
  const { gates } = understood.understanding.assessment;
  if (gates.length === 0) return undefined;
  return (
    <section className="stack guide-first">
      <h2>{say("guide_letter_first")}</h2>
      <Lines
        size="small"
        label={say("guide_letter_first")}
        choices={gates.map((gate) => {
          const need = needOfGate[gate];
          return {
            id: gate,
            title: say(`gate_${gate}`),
            ...(need === undefined ? {} : { hint: say("guide_plan_go_talk_do") }),
            onPress: () =>
              navigation.go(need === undefined ? { screen: "plan" } : { screen: "talk", need }),
          };
        })}
      />
    </section>
  );
};

const Alternatives = ({ understood }: { readonly understood: There }) => {
  const { words } = useApp();
  const { alternatives } = understood.understanding.assessment;
  if (alternatives.length === 0) return undefined;
  const list = new Intl.ListFormat(words.locale, { type: "disjunction" }).format(
    alternatives.map((one) => words.say(`short_${one}`)),
  );
  return <p>{words.say("letter_fits_too", { list })}</p>;
};

/** The one question that would help most, and what is safe until it is answered. */
const Deciding = ({ question }: { readonly question: string }) => {
  const { navigation } = useApp();
  const say = useSay();
  return (
    <section className="stack">
      <Lines
        size="small"
        choices={[
          {
            id: "who",
            title: question,
            hint: say("letter_ask"),
            onPress: () => navigation.go({ screen: "guide-ask", question: "who", stage: "change" }),
          },
        ]}
      />
      <Safe />
    </section>
  );
};

/** Without a place the answers go with the page: said once, below everything, with the way to keep them. */
const NotKept = ({ isFailing }: { readonly isFailing: boolean }) => {
  const { navigation } = useApp();
  const door = useDoorState();
  const say = useSay();
  if (isFailing) return <p role="alert">{say("guide_letter_failing")}</p>;
  if (door.kind === "open") return undefined;
  return (
    <p className="small">
      {say("guide_letter_not_kept")}{" "}
      <Button kind="quiet" onPress={() => navigation.go({ screen: "keep" })}>
        {say("guide_letter_keep_do")}
      </Button>
    </p>
  );
};
