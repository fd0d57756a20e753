import { useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { useDoorState } from "../../app/use-door.ts";
import { useSession } from "../../app/use-session.ts";
import { Button } from "../../design/components/Button.tsx";
import { Check } from "../../design/components/Check.tsx";
import { Field } from "../../design/components/Field.tsx";
import { GuideAfter } from "./GuideAfter.tsx";
import { nextOf, useGuide } from "./use-guide.ts";

/** The words of the threat, pasted or out of what is kept. Both can be left out. */
export const GuideTextScreen = () => {
  const { guide, navigation } = useApp();
  const { isReading } = useGuide();
  const say = useSay();
  if (isReading) return <Page title={say("guide_text_title")} lead={say("shell_loading")} />;
  return <Words key="words" guide={guide} navigation={navigation} />;
};

const Words = ({ guide, navigation }: Pick<ReturnType<typeof useApp>, "guide" | "navigation">) => {
  const say = useSay();
  const session = useSession();
  const door = useDoorState();
  const [before] = useState(() => guide.state().answers);
  const [text, setText] = useState(before.text);
  const [hearsKept, setHearsKept] = useState(before.hearsKept);
  const goOn = (): void => navigation.go(nextOf(guide.state(), session, "understand"));
  return (
    <Page
      title={say("guide_text_title")}
      lead={say("guide_text_lead")}
      actions={
        <>
          <Button kind="primary" onPress={goOn}>
            {say("guide_text_go_do")}
          </Button>
          {text.trim() === "" && !hearsKept ? (
            <Button kind="quiet" onPress={goOn}>
              {say("guide_text_none_do")}
            </Button>
          ) : undefined}
        </>
      }
      after={<GuideAfter />}
    >
      <Field
        label={say("guide_text_label")}
        rows={7}
        value={text}
        onChange={(next) => {
          setText(next);
          // Every letter is written down: a place that closes loses none of them.
          guide.say({ text: next });
        }}
      />
      {door.kind === "open" ? (
        <Check
          isSelected={hearsKept}
          onChange={(next) => {
            setHearsKept(next);
            guide.say({ hearsKept: next });
          }}
          hint={say("guide_text_kept_hint")}
        >
          {say("guide_text_kept_label")}
        </Check>
      ) : undefined}
      <p className="soft small">{say("guide_only_for_you")}</p>
    </Page>
  );
};
