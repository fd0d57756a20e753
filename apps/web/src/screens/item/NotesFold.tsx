import type { ExhibitId } from "@holdfast/evidence";
import { useCallback, useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { sayProblem } from "../../app/say-problem.ts";
import { useAnswer } from "../../app/use-answer.ts";
import { useDraft, useDraftKeys } from "../../app/use-draft.ts";
import { Ask } from "../../design/components/Ask.tsx";
import { Button } from "../../design/components/Button.tsx";
import { Field } from "../../design/components/Field.tsx";
import { Fold } from "../../design/components/Fold.tsx";
import type { Answer, DoorError } from "../../door/door.ts";
import type { PrivateNote } from "../../door/keeping.ts";
import { DraftLines } from "../keep/DraftLines.tsx";

/** Private and changeable until the person adds them to the record (care rule 6). */
export const NotesFold = ({ exhibit }: { readonly exhibit: ExhibitId }) => {
  const { door, drafts } = useApp();
  const say = useSay();
  // Private notes change nothing in the case, so nobody else tells when they did.
  const [changes, setChanges] = useState(0);
  const listed = useAnswer(
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- asked anew after each change
    useCallback(() => door.keep.notes.list(), [door, changes]),
  );
  const [error, setError] = useState<DoorError>();
  const [changing, setChanging] = useState<PrivateNote>();
  const [recording, setRecording] = useState<PrivateNote>();
  const act = async (work: Answer<unknown>): Promise<void> => {
    const done = await work;
    setError(done.ok ? undefined : done.error);
    setRecording(undefined);
    setChanges((count) => count + 1);
  };
  const remove = async (note: PrivateNote): Promise<void> => {
    // What was begun to be changed in it goes with it.
    await act(drafts.drop(`note/${note.id}`));
    await act(door.keep.notes.remove(note.id));
    setChanging(undefined);
  };
  const hasBegun = useDraftKeys().includes(`about/${exhibit}`);
  const notes =
    listed.kind === "there" ? listed.value.filter((note) => note.exhibit === exhibit) : [];
  return (
    <Fold title={say("item_notes")} isOpen={hasBegun}>
      <p className="soft">{say("item_notes_private")}</p>
      {notes.map((note) => (
        <OneNote
          key={note.id}
          note={note}
          onChange={() => setChanging(note)}
          onRemove={() => void remove(note)}
          onRecord={() => setRecording(note)}
        />
      ))}
      <WriteNote
        key={changing?.id ?? ""}
        exhibit={exhibit}
        note={changing}
        onKept={() => {
          setChanging(undefined);
          setChanges((count) => count + 1);
        }}
      />
      {error === undefined ? undefined : <p role="alert">{sayProblem(say, error)}</p>}
      {recording === undefined ? undefined : (
        <Ask title={say("item_note_record_title")} onClose={() => setRecording(undefined)}>
          <blockquote className="item-words" dir="auto">
            {recording.text}
          </blockquote>
          <p>{say("item_note_record")}</p>
          <div className="stack-tight ask-actions">
            <Button
              kind="primary"
              onPress={() => void act(door.keep.notes.addToRecord(recording.id))}
            >
              {say("item_note_record_do")}
            </Button>
            <Button kind="quiet" onPress={() => setRecording(undefined)}>
              {say("shell_not_now_do")}
            </Button>
          </div>
        </Ask>
      )}
    </Fold>
  );
};

/** `note`: the one that is changed; else a new one. */
const WriteNote = ({
  exhibit,
  note,
  onKept,
}: {
  readonly exhibit: ExhibitId;
  readonly note: PrivateNote | undefined;
  readonly onKept: () => void;
}) => {
  const { door } = useApp();
  const say = useSay();
  const draft = useDraft(note === undefined ? `about/${exhibit}` : `note/${note.id}`, note?.text);
  const [error, setError] = useState<DoorError>();
  const keep = async (): Promise<void> => {
    const { text } = draft;
    const kept = await door.keep.notes.set({
      text,
      exhibit,
      ...(note === undefined ? {} : { id: note.id }),
    });
    setError(kept.ok ? undefined : kept.error);
    if (!kept.ok) return;
    await draft.throwAway();
    onKept();
  };
  return (
    <>
      <DraftLines draft={draft} isSaidPrivate />
      <Field label={say("item_note_label")} rows={3} value={draft.text} onChange={draft.change} />
      <Button kind="plain" isDisabled={draft.text.trim() === ""} onPress={() => void keep()}>
        {say("item_note_keep_do")}
      </Button>
      {error === undefined ? undefined : <p role="alert">{sayProblem(say, error)}</p>}
    </>
  );
};

const OneNote = ({
  note,
  onChange,
  onRemove,
  onRecord,
}: {
  readonly note: PrivateNote;
  readonly onChange: () => void;
  readonly onRemove: () => void;
  readonly onRecord: () => void;
}) => {
  const say = useSay();
  return (
    <div className="item-note">
      <p dir="auto">{note.text}</p>
      <div className="row">
        <Button kind="quiet" onPress={onChange}>
          {say("item_note_change_do")}
        </Button>
        <Button kind="quiet" onPress={onRecord}>
          {say("item_note_record_do")}
        </Button>
        <Button kind="quiet" onPress={onRemove}>
          {say("item_note_remove_do")}
        </Button>
      </div>
    </div>
  );
};
