import type { Purpose } from "@holdfast/bundle";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { Button } from "../../design/components/Button.tsx";
import { Lines } from "../../design/components/Lines.tsx";
import { useExhibits } from "./use-exhibits.ts";
import { useGiving } from "./use-giving.ts";

const purposes = [
  "police",
  "lawyer",
  "ally",
  "workplace",
  "platform",
  "self",
] as const satisfies readonly Purpose[];

/** For whom: each gets something else, and one sentence says what. */
export const GiveScreen = () => {
  const { giving, navigation } = useApp();
  const say = useSay();
  const state = useGiving();
  const kept = useExhibits();
  const isEmpty = kept.kind === "read" && kept.exhibits.length === 0;
  const choose = (purpose: Purpose): void => {
    giving.clear();
    navigation.go({ screen: "give-choose", purpose });
  };
  return (
    <Page
      title={say("give_title")}
      lead={say(isEmpty ? "give_nothing" : "give_lead")}
      actions={
        isEmpty ? (
          <Button kind="primary" onPress={() => navigation.go({ screen: "keep" })}>
            {say("home_keep_do")}
          </Button>
        ) : undefined
      }
    >
      {state.kind === "made" || state.kind === "making" ? (
        <div className="stack-tight">
          <p>{say(state.kind === "made" ? "give_waiting" : "give_making_now")}</p>
          <Button onPress={() => navigation.go({ screen: "give-made" })}>
            {say("give_waiting_do")}
          </Button>
        </div>
      ) : undefined}
      {isEmpty ? undefined : (
        <Lines
          choices={purposes.map((purpose) => ({
            id: purpose,
            title: say(`give_to_${purpose}`),
            hint: say(`give_to_${purpose}_hint`),
            onPress: () => choose(purpose),
          }))}
        />
      )}
    </Page>
  );
};
