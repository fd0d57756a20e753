import type { ExhibitId } from "@holdfast/evidence";
import { useCallback, useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { sayProblem } from "../../app/say-problem.ts";
import { useAnswer } from "../../app/use-answer.ts";
import { Ask } from "../../design/components/Ask.tsx";
import { Button } from "../../design/components/Button.tsx";
import { Field } from "../../design/components/Field.tsx";
import { Fold } from "../../design/components/Fold.tsx";
import type { Answer, DoorError } from "../../door/door.ts";
import type { PrivateNote } from "../../door/keeping.ts";

/** Private and changeable until the person adds them to the record (care rule 6). */
export const NotesFold = ({ exhibit }: { readonly exhibit: ExhibitId }) => {
  const { door } = useApp();
  const say = useSay();
  // Private notes change nothing in the case, so nobody else tells when they did.
  const [changes, setChanges] = useState(0);
  const listed = useAnswer(
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- asked anew after each change
    useCallback(() => door.keep.notes.list(), [door, changes]),
  );
  const [error, setError] = useState<DoorError>();
  const [draft, setDraft] = useState<{ readonly id?: string; readonly text: string }>({ text: "" });
  const [recording, setRecording] = useState<PrivateNote>();
  const act = async (work: Answer<unknown>): Promise<void> => {
    const done = await work;
    setError(done.ok ? undefined : done.error);
    if (done.ok) setDraft({ text: "" });
    setRecording(undefined);
    setChanges((count) => count + 1);
  };
  const notes =
    listed.kind === "there" ? listed.value.filter((note) => note.exhibit === exhibit) : [];
  return (
    <Fold title={say("item_notes")}>
      <p className="soft">{say("item_notes_private")}</p>
      {notes.map((note) => (
        <OneNote
          key={note.id}
          note={note}
          onChange={() => setDraft({ id: note.id, text: note.text })}
          onRemove={() => void act(door.keep.notes.remove(note.id))}
          onRecord={() => setRecording(note)}
        />
      ))}
      <Field
        label={say("item_note_label")}
        rows={3}
        value={draft.text}
        onChange={(text) => setDraft((before) => ({ ...before, text }))}
      />
      <Button
        kind="plain"
        isDisabled={draft.text.trim() === ""}
        onPress={() => void act(door.keep.notes.set({ ...draft, exhibit }))}
      >
        {say("item_note_keep_do")}
      </Button>
      {error === undefined ? undefined : <p role="alert">{sayProblem(say, error)}</p>}
      {recording === undefined ? undefined : (
        <Ask title={say("item_note_record_title")} onClose={() => setRecording(undefined)}>
          <blockquote className="item-words" dir="auto">
            {recording.text}
          </blockquote>
          <p>{say("item_note_record")}</p>
          <Button
            kind="primary"
            onPress={() => void act(door.keep.notes.addToRecord(recording.id))}
          >
            {say("item_note_record_do")}
          </Button>
          <Button kind="quiet" onPress={() => setRecording(undefined)}>
            {say("shell_not_now_do")}
          </Button>
        </Ask>
      )}
    </Fold>
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
