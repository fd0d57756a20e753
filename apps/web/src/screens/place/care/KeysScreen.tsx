import { Secret } from "@holdfast/evidence";
import { useState } from "react";

import { useApp } from "../../../app/app-context.ts";
import { useSay } from "../../../app/frame.ts";
import { Page } from "../../../app/Page.tsx";
import { sayProblem } from "../../../app/say-problem.ts";
import { Button } from "../../../design/components/Button.tsx";
import type { DoorError } from "../../../door/door.ts";
import type { NewSecret } from "../../../door/places.ts";
import { NewWordsAsk } from "../NewWordsAsk.tsx";
import { AddWays } from "./AddWays.tsx";
import { useAsked } from "./use-asked.tsx";
import { useOwnPlace } from "./use-own-place.ts";
import { useWays } from "./use-ways.ts";
import { WaysIn } from "./WaysIn.tsx";

/** What opens the place, said plainly, and what can be added, tried, changed or taken away. */
export const KeysScreen = () => {
  const { navigation } = useApp();
  const say = useSay();
  const place = useOwnPlace();
  const { ways, error, look } = useWays();
  const { ask, question } = useAsked();
  const { said, failed, add } = useAdding(look);
  const [isChoosing, setIsChoosing] = useState(false);
  if (place?.keeps === "nothing") {
    return <Page title={say("care_keys_title")} lead={say("care_nothing")} />;
  }
  const problem = error ?? failed;
  const hasWords = ways?.some(({ kind }) => kind === "passphrase") === true;
  return (
    <Page
      title={say("care_keys_title")}
      lead={
        ways === undefined ? say("shell_loading") : say("care_keys_lead", { count: ways.length })
      }
      actions={
        ways === undefined ? undefined : (
          <Button
            kind="primary"
            onPress={() =>
              hasWords
                ? ask(() => navigation.go({ screen: "care", part: "twelve" }))
                : ask(() => setIsChoosing(true))
            }
          >
            {say(
              hasWords
                ? ways.some(({ kind }) => kind === "recovery-words")
                  ? "care_twelve_again_do"
                  : "care_twelve_do"
                : "care_add_words_do",
            )}
          </Button>
        )
      }
    >
      <div role="status">{said === undefined ? undefined : <p>{said}</p>}</div>
      <div role="alert">
        {problem === undefined ? undefined : <p>{sayProblem(say, problem)}</p>}
      </div>
      {ways === undefined ? undefined : (
        <>
          <WaysIn ways={ways} ask={ask} onChanged={look} />
          <AddWays ways={ways} ask={ask} onAdd={(secret, sentence) => void add(secret, sentence)} />
          <p className="soft">{say("care_old_copies")}</p>
        </>
      )}
      {question}
      {isChoosing ? (
        <NewWordsAsk
          onClose={() => setIsChoosing(false)}
          onChosen={async (words) => {
            await add(
              { kind: "passphrase", passphrase: new Secret(words) },
              [
                say("care_words_added"),
                ...(ways?.some(({ kind }) => kind === "device-key") === true
                  ? [say("care_device_beside_words")]
                  : []),
              ].join(" "),
            );
            setIsChoosing(false);
          }}
        />
      ) : undefined}
    </Page>
  );
};

/** Adds a way in, and says what holds then. */
const useAdding = (look: () => void) => {
  const { door } = useApp();
  const [said, setSaid] = useState<string>();
  const [failed, setFailed] = useState<DoorError>();
  const add = async (secret: NewSecret | undefined, sentence: string): Promise<void> => {
    setFailed(undefined);
    if (secret === undefined) {
      setSaid(sentence);
      return;
    }
    const added = await door.keys.add(secret);
    setSaid(added.ok ? sentence : undefined);
    if (!added.ok) setFailed(added.error);
    look();
  };
  return { said, failed, add };
};
