import { useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { sayProblem } from "../../app/say-problem.ts";
import { useSession } from "../../app/use-session.ts";
import { Button } from "../../design/components/Button.tsx";
import { Fold } from "../../design/components/Fold.tsx";
import type { DoorError } from "../../door/door.ts";
import type { OpenSecret, PlaceSummary, SecretKind } from "../../door/places.ts";
import { useEnter } from "./use-enter.ts";
import { useSecondsUntil } from "./use-seconds-until.ts";
import { useWayIn, type WayInOf } from "./use-way-in.tsx";
import { WhyHere } from "./WhyHere.tsx";
import "./open.css";

/** One place, and each of its ways in: the quickest first, the others folded. */
export const OpenPlaceForm = ({ place }: { readonly place: PlaceSummary }) => {
  const { door, keeping, lateProof, navigation } = useApp();
  const enter = useEnter();
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
      enter();
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
    ? ["passphrase", "recovery-words", "passkey-prf", "device-key", "shares"]
    : ["device-key", "passkey-prf", "passphrase", "recovery-words", "shares"];
  const [first, ...others] = order.filter((kind) => place.opensWith.includes(kind));
  const way = { place, open, isWorking: isWorking || seconds > 0 };
  const firstWay = useWayIn({ ...way, kind: first, isFirst: true });
  return (
    <Page title={say("open_title")} actions={firstWay.action}>
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
      {firstWay.fields}
      {others.length === 0 ? undefined : (
        <Fold title={say("open_other_way")}>
          {others.map((kind) => (
            <OtherWayIn key={kind} kind={kind} {...way} />
          ))}
        </Fold>
      )}
      <Button kind="quiet" onPress={() => navigation.go({ screen: "restore" })}>
        {say("open_restore_do")}
      </Button>
      <Fold title={say("open_forgot")}>
        {place.opensWith.includes("shares") ? (
          <p>{say("open_forgot_cards")}</p>
        ) : (
          <p>{say("open_forgot_honest")}</p>
        )}
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

const OtherWayIn = (of: Omit<WayInOf, "isFirst">) => {
  const { fields, action } = useWayIn({ ...of, isFirst: false });
  return (
    <div className="stack way-in">
      {fields}
      {action}
    </div>
  );
};
