import {
  type Confidant,
  type ConfidantKind,
  confidantKinds,
  confidantQualities,
  type GuideFacts,
  leavesFamilyOut,
  type Listener,
  listeners,
  type WhomAnswers,
  whomToTell,
} from "@holdfast/guide";
import { useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { useDoorState } from "../../app/use-door.ts";
import type { Route } from "../../app/routes.ts";
import { Button } from "../../design/components/Button.tsx";
import { Check } from "../../design/components/Check.tsx";
import { Fold } from "../../design/components/Fold.tsx";
import { Lines } from "../../design/components/Lines.tsx";
import { GuideAfter } from "../guide/GuideAfter.tsx";
import { useGuide } from "../guide/use-guide.ts";
import { Professionals } from "./Professionals.tsx";

const questions = ["dangerous", ...confidantQualities] as const;
type AskedQuestion = (typeof questions)[number];

const nothingAnswered: WhomAnswers = { qualities: {}, dangerous: [] };

/**
 * Questions over kinds of people, and who they speak for. What is answered stays in this screen's place in the stack of
 * screens alone, so that it is still there for whoever comes back from the words: a list of whom somebody trusts is a list
 * for whoever picks up the phone.
 */
export const TellScreen = ({ answers }: { readonly answers: WhomAnswers | undefined }) => {
  const { navigation } = useApp();
  const { facts } = useGuide();
  return answers === undefined ? (
    <Questions facts={facts} />
  ) : (
    <Result
      facts={facts}
      answers={answers}
      onAgain={() => navigation.replace({ screen: "tell" })}
    />
  );
};

const Questions = ({ facts }: { readonly facts: GuideFacts }) => {
  const { navigation } = useApp();
  const [answers, setAnswers] = useState(nothingAnswered);
  const [at, setAt] = useState(0);
  const question = questions[at] ?? questions[0];
  const show = (told: WhomAnswers): void => navigation.replace({ screen: "tell", answers: told });
  return (
    <Asked
      key={question}
      question={question}
      kinds={kindsFor(facts)}
      onAnswered={(kinds) => {
        const told = withKinds(answers, question, kinds);
        if (at + 1 === questions.length) show(told);
        else {
          setAnswers(told);
          setAt(at + 1);
        }
      }}
      onResult={() => show(answers)}
    />
  );
};

const withKinds = (
  answers: WhomAnswers,
  question: AskedQuestion,
  kinds: readonly ConfidantKind[],
): WhomAnswers =>
  question === "dangerous"
    ? { ...answers, dangerous: kinds }
    : { ...answers, qualities: { ...answers.qualities, [question]: kinds } };

/** People; lines are always there and are not asked about. */
const kindsFor = ({ age }: Pick<GuideFacts, "age">): readonly ConfidantKind[] =>
  confidantKinds.filter((kind) => {
    if (kind === "helpline" || kind === "child-line") return false;
    if (kind === "trusted-adult") return age === "under-18";
    return kind !== "colleague" || age !== "under-18";
  });

const Asked = ({
  question,
  kinds,
  onAnswered,
  onResult,
}: {
  readonly question: AskedQuestion;
  readonly kinds: readonly ConfidantKind[];
  readonly onAnswered: (kinds: readonly ConfidantKind[]) => void;
  readonly onResult: () => void;
}) => {
  const say = useSay();
  const [ticked, setTicked] = useState<readonly ConfidantKind[]>([]);
  const isFirst = question === "dangerous";
  return (
    <Page
      title={say(`tell_q_${question}`)}
      lead={say(isFirst ? "tell_lead" : "guide_ask_many")}
      actions={
        <>
          <Button kind="primary" onPress={() => onAnswered(ticked)}>
            {say(ticked.length === 0 ? "tell_none_do" : "tell_go_do")}
          </Button>
          {isFirst ? undefined : (
            <Button kind="quiet" onPress={onResult}>
              {say("tell_show_do")}
            </Button>
          )}
        </>
      }
      after={<GuideAfter />}
    >
      <div role="group" aria-label={say(`tell_q_${question}`)}>
        {kinds.map((kind) => (
          <Check
            key={kind}
            isSelected={ticked.includes(kind)}
            onChange={(isSelected) =>
              setTicked(isSelected ? [...ticked, kind] : ticked.filter((other) => other !== kind))
            }
          >
            {say(`tell_kind_${kind}`)}
          </Check>
        ))}
      </div>
    </Page>
  );
};

const listenerOf: Readonly<Partial<Record<ConfidantKind, Listener>>> = {
  friend: "friend",
  partner: "partner",
  sibling: "sibling",
  parent: "parent",
  relative: "unsure",
  "trusted-adult": "teacher",
  teacher: "teacher",
  colleague: "manager",
};

const Result = ({
  facts,
  answers,
  onAgain,
}: {
  readonly facts: GuideFacts;
  readonly answers: WhomAnswers;
  readonly onAgain: () => void;
}) => {
  const { navigation, words } = useApp();
  const say = useSay();
  const list = new Intl.ListFormat(words.locale, { type: "unit" });
  const whom = whomToTell(facts, answers);
  const [first, ...others] = whom;
  const wayTo = ({ kind }: Confidant): Route => {
    const to = listenerOf[kind];
    if (to !== undefined) return { screen: "tell-words", to };
    return { screen: "talk", ...(kind === "child-line" ? { need: "under-18" as const } : {}) };
  };
  const reasonsOf = ({ reasons }: Confidant): string =>
    list.format(reasons.map((reason) => say(`tell_reason_${reason}`)));
  return (
    <Page
      title={say("tell_result_title")}
      lead={say("tell_result_lead")}
      actions={
        first === undefined ? undefined : (
          <>
            <Button kind="primary" onPress={() => navigation.go(wayTo(first))}>
              {say(
                listenerOf[first.kind] === undefined ? "tell_result_lines_do" : "tell_result_do",
              )}
            </Button>
            <Button kind="quiet" onPress={onAgain}>
              {say("tell_again_do")}
            </Button>
          </>
        )
      }
      after={<GuideAfter />}
    >
      {first === undefined ? undefined : (
        <div>
          <h2>{say(`tell_kind_${first.kind}`)}</h2>
          <p className="soft">{reasonsOf(first)}</p>
        </div>
      )}
      <Lines
        label={say("tell_result_others")}
        choices={others.map((one) => ({
          id: one.kind,
          title: say(`tell_kind_${one.kind}`),
          hint: reasonsOf(one),
          onPress: () => navigation.go(wayTo(one)),
        }))}
      />
      {leavesFamilyOut(facts) ? <p className="soft">{say("tell_result_left_out")}</p> : undefined}
      <MoreWays />
    </Page>
  );
};

/** Words for anybody else, the people whose work it is, and a page for whoever helps. */
const MoreWays = () => {
  const { navigation } = useApp();
  const door = useDoorState();
  const say = useSay();
  return (
    <div className="folds">
      <Fold title={say("tell_all")}>
        <Lines
          size="small"
          choices={[
            ...listeners.map((to) => ({
              id: to,
              title: say(`tell_to_${to}`),
              onPress: () => navigation.go({ screen: "tell-words", to }),
            })),
            {
              id: "contacts",
              title: say("tell_warn_do"),
              hint: say("tell_warn_hint"),
              onPress: () => navigation.go({ screen: "tell-words", to: "contacts" }),
            },
            ...(door.kind === "open"
              ? [
                  {
                    id: "copy",
                    title: say("tell_copy_do"),
                    hint: say("tell_copy_hint"),
                    onPress: () => navigation.go({ screen: "give-choose", purpose: "ally" }),
                  },
                ]
              : []),
          ]}
        />
      </Fold>
      <Professionals />
      <Fold title={say("tell_helper")}>
        <p>{say("tell_helper_lead")}</p>
      </Fold>
    </div>
  );
};
