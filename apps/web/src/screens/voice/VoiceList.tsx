import { useCallback, useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { sayProblem } from "../../app/say-problem.ts";
import { useAnswer } from "../../app/use-answer.ts";
import { useDoorState } from "../../app/use-door.ts";
import { Ask } from "../../design/components/Ask.tsx";
import { Button } from "../../design/components/Button.tsx";
import type { Answer, DoorError } from "../../door/door.ts";
import type { VoiceNote } from "../../door/keeping.ts";
import { Player } from "./Player.tsx";
import { sayLength } from "./say-length.ts";

/** What was said before and is still only for the person (care rule 6). */
export const VoiceList = () => {
  const door = useDoorState();
  return door.kind === "open" ? <OpenList /> : undefined;
};

const OpenList = () => {
  const { door } = useApp();
  const say = useSay();
  // Private things change nothing in the case, so nobody else tells when they did.
  const [changes, setChanges] = useState(0);
  const listed = useAnswer(
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- asked anew after each change
    useCallback(() => door.keep.voices.list(), [door, changes]),
  );
  const [error, setError] = useState<DoorError>();
  const [wasAdded, setWasAdded] = useState(false);
  const act = async (work: Answer<unknown>): Promise<boolean> => {
    const done = await work;
    setError(done.ok ? undefined : done.error);
    setChanges((count) => count + 1);
    return done.ok;
  };
  const notes = listed.kind === "there" ? listed.value : [];
  return (
    <>
      {wasAdded ? <p role="status">{say("voice_added")}</p> : undefined}
      {error === undefined ? undefined : <p role="alert">{sayProblem(say, error)}</p>}
      {notes.length === 0 ? undefined : (
        <section className="stack-tight voice-list">
          <h2>{say("voice_before")}</h2>
          <ul>
            {notes.map((note) => (
              <VoiceLine
                key={note.id}
                note={note}
                onRemove={() => void act(door.keep.voices.remove(note.id))}
                onAdd={async () => setWasAdded(await act(door.keep.voices.addToRecord(note.id)))}
              />
            ))}
          </ul>
          <p className="soft small">{say("notes_honest")}</p>
        </section>
      )}
    </>
  );
};

const VoiceLine = ({
  note,
  onRemove,
  onAdd,
}: {
  readonly note: VoiceNote;
  readonly onRemove: () => void;
  readonly onAdd: () => Promise<void>;
}) => {
  const { door, words } = useApp();
  const say = useSay();
  const [sound, setSound] = useState<Blob>();
  const [asking, setAsking] = useState<"add" | "remove">();
  const listen = async (): Promise<void> => {
    const read = await door.keep.voices.sound(note.id);
    if (read.ok) setSound(read.value);
  };
  const when = new Date(note.saidAt).toLocaleString(words.locale, {
    dateStyle: "full",
    timeStyle: "short",
  });
  const answer = (): void => {
    if (asking === "add") void onAdd();
    else onRemove();
    setAsking(undefined);
  };
  return (
    <li className="stack-tight voice-line">
      <p>
        {when} <span className="soft small">{sayLength(note.durationMs)}</span>
      </p>
      {sound === undefined ? undefined : (
        <Player sound={sound} label={say("voice_player_of", { when })} />
      )}
      <div className="row">
        {sound === undefined ? (
          <Button kind="quiet" onPress={() => void listen()}>
            {say("voice_listen_do")}
          </Button>
        ) : undefined}
        <Button kind="quiet" onPress={() => setAsking("add")}>
          {say("notes_add_do")}
        </Button>
        <Button kind="quiet" onPress={() => setAsking("remove")}>
          {say("notes_remove_do")}
        </Button>
      </div>
      {asking === undefined ? undefined : (
        <Ask title={say(`voice_${asking}_title`)} onClose={() => setAsking(undefined)}>
          <p>{say(asking === "add" ? "voice_add_why" : "voice_discard_why")}</p>
          <div className="stack-tight ask-actions">
            <Button kind={asking === "add" ? "primary" : "plain"} onPress={answer}>
              {say(asking === "add" ? "notes_add_do" : "notes_remove_do")}
            </Button>
            <Button kind="quiet" onPress={() => setAsking(undefined)}>
              {say("shell_not_now_do")}
            </Button>
          </div>
        </Ask>
      )}
    </li>
  );
};
