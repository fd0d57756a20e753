import { Secret } from "@holdfast/evidence";
import { useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { sayProblem } from "../../app/say-problem.ts";
import { useSession } from "../../app/use-session.ts";
import { Button } from "../../design/components/Button.tsx";
import { Field } from "../../design/components/Field.tsx";
import { Fold } from "../../design/components/Fold.tsx";
import type { DoorError } from "../../door/door.ts";
import type { OpenSecret, PlaceSummary, SecretKind } from "../../door/places.ts";
import { readPasskey } from "./passkey.ts";
import { useSecondsUntil } from "./use-seconds-until.ts";
import { WhyHere } from "./WhyHere.tsx";

/** One place, and each of its ways in: the quickest first, the others folded. */
export const OpenPlaceForm = ({ place }: { readonly place: PlaceSummary }) => {
  const { door, keeping, lateProof, navigation, takeWayBack } = useApp();
  const say = useSay();
  const { watched } = useSession();
  const [error, setError] = useState<DoorError>();
  const [isWorking, setIsWorking] = useState(false);
  const waitUntil = waitOf(error) ?? place.nextTryAt;
  const seconds = useSecondsUntil(waitUntil);

  const open = async (secret: OpenSecret): Promise<void> => {
    setError(undefined);
    setIsWorking(true);
    const opened = await door.places.open(place.id, secret);
    setIsWorking(false);
    if (opened.ok) {
      if (secret.kind !== "device-key") lateProof.proved();
      await keeping.opened();
      const wayBack = takeWayBack();
      // What waited was kept meanwhile: its list is shown first.
      const isDone = keeping.state().kind === "done";
      navigation.reset({ screen: isDone ? "keep" : "home" });
      if (wayBack !== undefined && !isDone) navigation.go(wayBack);
    } else setError(opened.error);
  };
  const takeOver = async (): Promise<void> => {
    setIsWorking(true);
    const taken = await door.places.takeOver(place.id);
    setIsWorking(false);
    setError(taken.ok ? undefined : taken.error);
  };

  // Whoever may pick up the phone could use a key that the phone gives to anybody.
  const order: readonly SecretKind[] = watched
    ? ["passphrase", "recovery-words", "passkey-prf", "device-key"]
    : ["device-key", "passkey-prf", "passphrase", "recovery-words"];
  const [first, ...others] = order.filter((kind) => place.opensWith.includes(kind));
  const way = { place, open, isWorking: isWorking || seconds > 0 };
  return (
    <Page title={say("open_title")}>
      <WhyHere />
      <Problem error={error} seconds={seconds} />
      {error?.code === "place_in_use" || place.isOpen ? (
        <>
          {place.isOpen ? <p>{say("open_in_use")}</p> : undefined}
          <Button kind="plain" onPress={() => void takeOver()} isPending={isWorking}>
            {say("open_in_use_do")}
          </Button>
        </>
      ) : undefined}
      {isWorking ? <p role="status">{say("open_working")}</p> : undefined}
      {first === undefined ? undefined : <WayIn kind={first} {...way} isFirst />}
      {others.length === 0 ? undefined : (
        <Fold title={say("open_other_way")}>
          {others.map((kind) => (
            <WayIn key={kind} kind={kind} {...way} isFirst={false} />
          ))}
        </Fold>
      )}
      <Button kind="quiet" onPress={() => navigation.go({ screen: "restore" })}>
        {say("open_restore_do")}
      </Button>
      <Fold title={say("open_forgot")}>
        <p>{say("open_forgot_honest")}</p>
        <Button
          kind="quiet"
          onPress={() => navigation.go({ screen: "care", part: "delete", place: place.id })}
        >
          {say("open_forgot_delete_do")}
        </Button>
      </Fold>
    </Page>
  );
};

const waitOf = (error: DoorError | undefined): number | undefined =>
  error?.code === "wrong_secret" || error?.code === "too_early" ? error.nextTryAt : undefined;

const Problem = ({
  error,
  seconds,
}: {
  readonly error: DoorError | undefined;
  readonly seconds: number;
}) => {
  const say = useSay();
  return (
    <div role="alert" className="stack-tight">
      {error === undefined ? undefined : <p>{sayProblem(say, error)}</p>}
      {seconds > 0 ? <p>{say("open_wait", { seconds })}</p> : undefined}
    </div>
  );
};

const WayIn = ({
  kind,
  place,
  open,
  isWorking,
  isFirst,
}: {
  readonly kind: SecretKind;
  readonly place: PlaceSummary;
  readonly open: (secret: OpenSecret) => Promise<void>;
  readonly isWorking: boolean;
  readonly isFirst: boolean;
}) => {
  const say = useSay();
  const [words, setWords] = useState("");
  const buttonKind = isFirst ? "primary" : "plain";
  switch (kind) {
    case "device-key":
      return (
        <div className="stack-tight">
          <p className="soft">{say("open_device_note")}</p>
          <Button kind={buttonKind} isPending={isWorking} onPress={() => void open({ kind })}>
            {say("open_device_do")}
          </Button>
        </div>
      );
    case "passkey-prf":
      return (
        <Button
          kind={buttonKind}
          isPending={isWorking}
          onPress={() =>
            void readPasskey(place.passkeys).then((key) =>
              key === undefined ? undefined : open({ kind, key }),
            )
          }
        >
          {say("open_passkey_do")}
        </Button>
      );
    case "shares":
      // Cards of trusted people: the command line opens these.
      return <p className="soft">{say("open_shares_note")}</p>;
    case "passphrase":
    case "recovery-words": {
      const submit = (): void => {
        if (words.trim() === "" || isWorking) return;
        void open(
          kind === "passphrase"
            ? { kind, passphrase: new Secret(words) }
            : { kind, words: new Secret(words) },
        );
      };
      return (
        <div className="stack way-in">
          <Field
            kind="secret"
            label={say(kind === "passphrase" ? "open_words_label" : "open_twelve_label")}
            {...(kind === "passphrase" ? {} : { hint: say("open_twelve_hint") })}
            value={words}
            onChange={setWords}
            onEnter={submit}
            autoFocus={isFirst}
          />
          <Button
            kind={buttonKind}
            onPress={submit}
            isPending={isWorking}
            isDisabled={words.trim() === ""}
          >
            {say(kind === "passphrase" ? "open_words_do" : "open_twelve_do")}
          </Button>
        </div>
      );
    }
  }
};
