import { Secret } from "@holdfast/evidence";
import { useEffect, useState } from "react";

import { useApp } from "../../../app/app-context.ts";
import { useSay } from "../../../app/frame.ts";
import { sayProblem } from "../../../app/say-problem.ts";
import { Ask } from "../../../design/components/Ask.tsx";
import { Button } from "../../../design/components/Button.tsx";
import { Field } from "../../../design/components/Field.tsx";
import type { WayIn } from "../../../door/opening.ts";
import type { OpenSecret } from "../../../door/places.ts";
import { readPasskey } from "../passkey.ts";
import { useSecondsUntil } from "../use-seconds-until.ts";
import { useOwnPlace } from "./use-own-place.ts";
import { useWays } from "./use-ways.ts";

/**
 * Asks for what opens the place before something is done that an unlocked phone in another hand must not do. A place that
 * only the phone's own key opens has nothing to ask for, and goes on.
 */
export const SecretAsk = ({
  onRight,
  onClose,
}: {
  readonly onRight: (secret: OpenSecret) => void;
  readonly onClose: () => void;
}) => {
  const { ways } = useWays();
  const place = useOwnPlace();
  const hasNone = ways !== undefined && !ways.some(({ kind }) => isAsked(kind));
  const goesOn = hasNone || place?.keeps === "nothing";
  useEffect(() => {
    if (goesOn) onRight({ kind: "device-key" });
    // Once, when it is known: the caller closes the question.
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a new function of the caller is no new answer
  }, [goesOn]);
  if (ways === undefined || goesOn) return undefined;
  return <Question ways={ways} onRight={onRight} onClose={onClose} />;
};

const isAsked = (kind: WayIn["kind"]): boolean =>
  kind === "passphrase" || kind === "recovery-words" || kind === "passkey-prf";

const Question = ({
  ways,
  onRight,
  onClose,
}: {
  readonly ways: readonly WayIn[];
  readonly onRight: (secret: OpenSecret) => void;
  readonly onClose: () => void;
}) => {
  const say = useSay();
  const has = (kind: WayIn["kind"]): boolean => ways.some((way) => way.kind === kind);
  const [usesTwelve, setUsesTwelve] = useState(!has("passphrase"));
  const { problem, isWorking, seconds, check, askPasskey } = useCheck(onRight);
  const [words, setWords] = useState("");
  const isBlocked = isWorking || seconds > 0;
  const submit = (): void => {
    if (words.trim() === "" || isBlocked) return;
    const typed = new Secret(words);
    void check(
      usesTwelve
        ? { kind: "recovery-words", words: typed }
        : { kind: "passphrase", passphrase: typed },
    );
  };
  const hasField = has("passphrase") || has("recovery-words");
  return (
    <Ask title={say("care_ask_title")} onClose={onClose}>
      <p>{say("care_ask_why")}</p>
      {hasField ? (
        <Field
          kind="secret"
          label={say(usesTwelve ? "open_twelve_label" : "open_words_label")}
          value={words}
          onChange={setWords}
          onEnter={submit}
          autoFocus
        />
      ) : undefined}
      <div role="alert">
        {problem === undefined ? undefined : <p>{problem}</p>}
        {seconds > 0 ? <p>{say("open_wait", { seconds })}</p> : undefined}
      </div>
      <div className="stack-tight ask-actions">
        {hasField ? (
          <Button
            kind="primary"
            onPress={submit}
            isPending={isBlocked}
            isDisabled={words.trim() === ""}
          >
            {say("care_ask_do")}
          </Button>
        ) : undefined}
        {has("passkey-prf") ? (
          <Button
            kind={hasField ? "plain" : "primary"}
            isPending={isBlocked}
            onPress={() => void askPasskey()}
          >
            {say("care_ask_passkey_do")}
          </Button>
        ) : undefined}
        {has("passphrase") && has("recovery-words") && !usesTwelve ? (
          <Button kind="quiet" onPress={() => setUsesTwelve(true)}>
            {say("care_ask_other")}
          </Button>
        ) : undefined}
        {has("shares") ? <UseCards onClose={onClose} /> : undefined}
        <Button kind="quiet" onPress={onClose}>
          {say("shell_not_now_do")}
        </Button>
      </div>
    </Ask>
  );
};

/** For somebody who has lost the words: the cards are gathered on a screen of their own, and lead to new words. */
const UseCards = ({ onClose }: { readonly onClose: () => void }) => {
  const { navigation } = useApp();
  const say = useSay();
  const place = useOwnPlace();
  return place === undefined ? undefined : (
    <Button
      kind="quiet"
      onPress={() => {
        onClose();
        navigation.go({ screen: "open-cards", place: place.id });
      }}
    >
      {say("care_ask_cards")}
    </Button>
  );
};

/** Tries a secret on the open place; a wrong one makes the next wait. */
const useCheck = (onRight: (secret: OpenSecret) => void) => {
  const { door, lockTimer, slowTries } = useApp();
  const say = useSay();
  const place = useOwnPlace();
  const [problem, setProblem] = useState<string>();
  const [isWorking, setIsWorking] = useState(false);
  const seconds = useSecondsUntil(slowTries.nextTryAt());
  const check = async (secret: OpenSecret): Promise<void> => {
    setProblem(undefined);
    setIsWorking(true);
    const checked = await door.keys.check(secret);
    setIsWorking(false);
    if (!checked.ok) setProblem(sayProblem(say, checked.error));
    else if (checked.value) {
      slowTries.right();
      onRight(secret);
    } else {
      slowTries.wrong();
      setProblem(say("care_ask_wrong"));
    }
  };
  const askPasskey = async (): Promise<void> => {
    const listed = await door.places.list();
    const own = listed.ok ? listed.value.find(({ id }) => id === place?.id) : undefined;
    const release = lockTimer.hold();
    const key = await readPasskey(own?.passkeys ?? []);
    release();
    if (key !== undefined) await check({ kind: "passkey-prf", key });
  };
  return { problem, isWorking, seconds, check, askPasskey };
};
