import { useEffect, useState } from "react";

import { useApp } from "../../../app/app-context.ts";
import { useFace } from "../../../app/face-choice.ts";
import { titleOfFace } from "../../../app/faces.ts";
import { useSay } from "../../../app/frame.ts";
import { useSession } from "../../../app/use-session.ts";
import { Fold } from "../../../design/components/Fold.tsx";
import { type LineChoice, Lines } from "../../../design/components/Lines.tsx";
import type { WayIn } from "../../../door/opening.ts";
import type { NewSecret } from "../../../door/places.ts";
import { canUsePasskeys, createPasskey } from "../passkey.ts";
import { RehearseAsk } from "./RehearseAsk.tsx";

/** What can be added or tried. A finger or a face is folded away when somebody else could pick up the phone. */
export const AddWays = ({
  ways,
  ask,
  onAdd,
}: {
  readonly ways: readonly WayIn[];
  readonly ask: (work: () => void) => void;
  /** `undefined`: nothing was made, and the sentence says why. */
  readonly onAdd: (secret: NewSecret | undefined, sentence: string) => void;
}) => {
  const { navigation } = useApp();
  const say = useSay();
  const { watched } = useSession();
  const [isRehearsing, setIsRehearsing] = useState(false);
  const has = (kind: WayIn["kind"]): boolean => ways.some((way) => way.kind === kind);
  const passkey = usePasskeyLine(ask, onAdd);
  const words: readonly LineChoice[] = has("passphrase")
    ? [
        {
          id: "rehearse",
          title: say("care_rehearse_do"),
          hint: say("care_rehearse_hint"),
          onPress: () => setIsRehearsing(true),
        },
        {
          id: "change",
          title: say("care_change_do"),
          hint: say("care_change_hint"),
          onPress: () => navigation.go({ screen: "care", part: "words" }),
        },
      ]
    : [
        {
          id: "twelve",
          title: say(has("recovery-words") ? "care_twelve_again_do" : "care_twelve_do"),
          hint: say("care_twelve_hint"),
          onPress: () => ask(() => navigation.go({ screen: "care", part: "twelve" })),
        },
      ];
  const cards: LineChoice = {
    id: "cards",
    title: say(has("shares") ? "care_cards_again_do" : "care_cards_do"),
    hint: say("care_cards_hint"),
    onPress: () => ask(() => navigation.go({ screen: "care", part: "cards" })),
  };
  const device: readonly LineChoice[] = has("device-key")
    ? []
    : [
        {
          id: "device",
          title: say("care_device_do"),
          hint: say("care_device_hint"),
          onPress: () => ask(() => onAdd({ kind: "device-key" }, say("care_device_added"))),
        },
      ];
  const easy = [...(passkey === undefined ? [] : [passkey]), ...device];
  return (
    <>
      <Lines choices={[...words, cards, ...(watched ? [] : easy)]} />
      {watched && easy.length > 0 ? (
        <Fold title={say("care_passkey_fold")}>
          <p>{say("care_passkey_watched")}</p>
          <Lines choices={easy} size="small" />
        </Fold>
      ) : undefined}
      {isRehearsing ? <RehearseAsk onClose={() => setIsRehearsing(false)} /> : undefined}
    </>
  );
};

const usePasskeyLine = (
  ask: (work: () => void) => void,
  onAdd: (secret: NewSecret | undefined, sentence: string) => void,
): LineChoice | undefined => {
  const { lockTimer } = useApp();
  const say = useSay();
  const name = titleOfFace(useFace());
  const [isPossible, setIsPossible] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    const look = async (): Promise<void> => {
      const can = await canUsePasskeys();
      if (isCurrent) setIsPossible(can);
    };
    void look();
    return () => {
      isCurrent = false;
    };
  }, []);
  if (!isPossible) return undefined;
  const add = async (): Promise<void> => {
    // The phone's own question covers the page.
    const release = lockTimer.hold();
    const made = await createPasskey(name);
    release();
    if (made === undefined) onAdd(undefined, say("care_passkey_not"));
    else onAdd({ kind: "passkey-prf", ...made }, say("care_passkey_added"));
  };
  return {
    id: "passkey",
    title: say("care_passkey_do"),
    hint: say("care_passkey_hint"),
    onPress: () => ask(() => void add()),
  };
};
