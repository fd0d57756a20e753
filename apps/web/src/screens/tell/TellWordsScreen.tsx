import {
  asksFor,
  type FirstAsk,
  type FirstWords,
  type Listener,
  loadFirstWords,
  type Wish,
  writeFirstWords,
} from "@holdfast/guide";
import { type ReactNode, useState } from "react";

import { useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { useContent } from "../../app/use-content.ts";
import { useDraft } from "../../app/use-draft.ts";
import { Button } from "../../design/components/Button.tsx";
import { Check } from "../../design/components/Check.tsx";
import { Choose } from "../../design/components/Choose.tsx";
import { Field } from "../../design/components/Field.tsx";
import { CopyDo } from "../give/CopyDo.tsx";
import { GuideAfter } from "../guide/GuideAfter.tsx";

type To = Listener | "contacts";

/** First words, to be changed, copied and sent by the person themselves. */
export const TellWordsScreen = ({ to }: { readonly to: To }) => {
  const say = useSay();
  const words = useContent(loadFirstWords);
  if (words === undefined || words === "failed") {
    return (
      <Page
        title={say(`tell_to_${to}`)}
        lead={say(words === "failed" ? "tell_words_failed" : "shell_loading")}
        after={<GuideAfter />}
      />
    );
  }
  return to === "contacts" ? (
    <Words to={to} written={words.warn.value} lead={say("tell_words_warn")} />
  ) : (
    <Begin to={to} words={words} />
  );
};

/** The openings for work, for a lawyer and for a doctor say of themselves how much is told. */
const saysItself: ReadonlySet<Listener> = new Set(["manager", "lawyer", "doctor"]);
const amounts = ["company", "threat", "pictures"] as const;

const Begin = ({ to, words }: { readonly to: Listener; readonly words: FirstWords }) => {
  const say = useSay();
  const [tell, setTell] = useState<Wish["tell"]>(saysItself.has(to) ? "threat" : "company");
  const [asks, setAsks] = useState<readonly FirstAsk[]>([]);
  return (
    <Words
      to={to}
      written={writeFirstWords(words, { to, tell, asks })}
      lead={say("tell_words_lead")}
    >
      {saysItself.has(to) ? undefined : (
        <Choose
          label={say("tell_words_much")}
          choices={amounts.map((value) => ({ value, title: say(`tell_words_${value}`) }))}
          value={tell}
          onChange={setTell}
        />
      )}
      {to === "manager" ? <p className="soft">{say("tell_words_work")}</p> : undefined}
      <div role="group" aria-label={say("tell_words_ask")}>
        <p className="choose-label">{say("tell_words_ask")}</p>
        {asksFor({ to, tell }).map((ask) => (
          <Check
            key={ask}
            isSelected={asks.includes(ask)}
            onChange={(isSelected) =>
              setAsks(isSelected ? [...asks, ask] : asks.filter((other) => other !== ask))
            }
          >
            {say(`tell_ask_${ask}`)}
          </Check>
        ))}
      </div>
    </Words>
  );
};

const Words = ({
  to,
  written,
  lead,
  children,
}: {
  readonly to: To;
  readonly written: string;
  readonly lead: string;
  readonly children?: ReactNode;
}) => {
  const say = useSay();
  return (
    <Page title={say(`tell_to_${to}`)} lead={lead} after={<GuideAfter />}>
      {children}
      <WordsField key={written} to={to} written={written} />
    </Page>
  );
};

/** What the person made of the words is theirs: no choice above writes over it. */
const WordsField = ({ to, written }: { readonly to: To; readonly written: string }) => {
  const say = useSay();
  const draft = useDraft(`tell/${to}`, written);
  return (
    <>
      {draft.isFailing ? <p role="status">{say("draft_failing")}</p> : undefined}
      <Field label={say("tell_words_label")} value={draft.text} onChange={draft.change} rows={8} />
      {draft.text === written ? undefined : (
        <p className="soft small">
          {say("tell_words_yours")}{" "}
          <Button kind="quiet" onPress={() => void draft.throwAway()}>
            {say("tell_words_anew_do")}
          </Button>
        </p>
      )}
      <CopyDo text={draft.text} />
    </>
  );
};
