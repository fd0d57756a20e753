import { useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { Button } from "../../design/components/Button.tsx";
import { Choose } from "../../design/components/Choose.tsx";
import { Field } from "../../design/components/Field.tsx";
import type { TextToKeep } from "../../door/keeping.ts";
import { KeepingDone, KeepingList } from "./KeepingList.tsx";
import { useKeeping } from "./use-keeping.ts";

type What = TextToKeep["what"];

/** Words: pasted, typed off, said in a call, or seen by somebody else. What they are is asked in one tap. */
export const WriteScreen = () => {
  const { keeping, navigation } = useApp();
  const say = useSay();
  const state = useKeeping();
  const [text, setText] = useState("");
  const [what, setWhat] = useState<What>();
  const keep = (): void => {
    void keeping.begin({ texts: [{ text, what: what ?? "written", title: titleOf(text) }] });
  };
  const isBusy = state.kind === "running" || state.kind === "making-place";
  return (
    <Page
      title={say("write_title")}
      actions={
        state.kind === "done" ? (
          <KeepingDone onDone={navigation.back} />
        ) : (
          <Button kind="primary" onPress={keep} isDisabled={text.trim() === ""} isPending={isBusy}>
            {say("write_keep_do")}
          </Button>
        )
      }
    >
      <KeepingList />
      {state.kind === "done" ? undefined : (
        <>
          <Field
            label={say("write_label")}
            hint={say("write_hint")}
            value={text}
            onChange={setText}
            rows={7}
          />
          <Choose
            label={say("write_what")}
            choices={whats.map((value) => ({ value, title: say(`write_what_${value}`) }))}
            value={what}
            onChange={setWhat}
          />
        </>
      )}
    </Page>
  );
};

const whats = ["pasted", "written", "call", "witness"] as const satisfies readonly What[];

/** The first words, as the name of what is kept. */
const titleOf = (text: string): string => {
  const line = text.trim().split(/\r?\n/u)[0] ?? "";
  const characters = Array.from(line);
  return characters.length <= 60 ? line : `${characters.slice(0, 57).join("")}…`;
};
