import { useState } from "react";

import { useApp } from "../../../app/app-context.ts";
import { useSay } from "../../../app/frame.ts";
import { sayProblem } from "../../../app/say-problem.ts";
import { Ask } from "../../../design/components/Ask.tsx";
import { Button } from "../../../design/components/Button.tsx";
import type { DoorError } from "../../../door/door.ts";
import type { WayIn } from "../../../door/opening.ts";
import type { SecretKind } from "../../../door/places.ts";
import "./care.css";

const titles = {
  passphrase: "care_way_passphrase",
  "recovery-words": "care_way_recovery",
  "device-key": "care_way_device",
  "passkey-prf": "care_way_passkey",
  shares: "care_way_shares",
} as const satisfies Record<SecretKind, string>;

const notes: Partial<Record<SecretKind, "care_way_device_note" | "care_way_passkey_note">> = {
  "device-key": "care_way_device_note",
  "passkey-prf": "care_way_passkey_note",
};

/** Each way in, and that it can be taken away; never the last. */
export const WaysIn = ({
  ways,
  ask,
  onChanged,
}: {
  readonly ways: readonly WayIn[];
  readonly ask: (work: () => void) => void;
  readonly onChanged: () => void;
}) => {
  const say = useSay();
  const [removing, setRemoving] = useState<WayIn>();
  return (
    <>
      <ul className="ways">
        {ways.map((way) => {
          const note = notes[way.kind];
          return (
            <li key={way.id} className="way">
              <div>
                <h2 className="way-title">{say(titles[way.kind])}</h2>
                {note === undefined ? undefined : <p className="soft small">{say(note)}</p>}
                {ways.length === 1 ? (
                  <p className="soft small">{say("care_way_only")}</p>
                ) : undefined}
              </div>
              {ways.length === 1 ? undefined : (
                <Button
                  kind="quiet"
                  label={`${say("care_way_remove_do")}: ${say(titles[way.kind])}`}
                  onPress={() => ask(() => setRemoving(way))}
                >
                  {say("care_way_remove_do")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {removing === undefined ? undefined : (
        <RemoveAsk
          way={removing}
          onClose={() => setRemoving(undefined)}
          onRemoved={() => {
            setRemoving(undefined);
            onChanged();
          }}
        />
      )}
    </>
  );
};

const RemoveAsk = ({
  way,
  onClose,
  onRemoved,
}: {
  readonly way: WayIn;
  readonly onClose: () => void;
  readonly onRemoved: () => void;
}) => {
  const { door } = useApp();
  const say = useSay();
  const [error, setError] = useState<DoorError>();
  const [isWorking, setIsWorking] = useState(false);
  const remove = async (): Promise<void> => {
    setIsWorking(true);
    const removed = await door.keys.remove(way.id);
    setIsWorking(false);
    if (removed.ok) onRemoved();
    else setError(removed.error);
  };
  return (
    <Ask title={say("care_way_remove_title")} onClose={onClose}>
      <p>{say(titles[way.kind])}</p>
      <p>{say("care_way_remove")}</p>
      <div role="alert">{error === undefined ? undefined : <p>{sayProblem(say, error)}</p>}</div>
      <div className="stack-tight ask-actions">
        <Button kind="primary" isPending={isWorking} onPress={() => void remove()}>
          {say("care_way_remove_sure_do")}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {say("shell_not_now_do")}
        </Button>
      </div>
    </Ask>
  );
};
