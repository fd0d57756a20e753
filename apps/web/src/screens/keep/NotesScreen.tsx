import { useEffect, useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { sayProblem } from "../../app/say-problem.ts";
import { useDoorState } from "../../app/use-door.ts";
import { Ask } from "../../design/components/Ask.tsx";
import { Button } from "../../design/components/Button.tsx";
import { Field } from "../../design/components/Field.tsx";
import type { DoorError } from "../../door/door.ts";
import type { PrivateNote } from "../../door/keeping.ts";

/** The person's own notes: private, and changeable until they choose to add one to what is kept (care rules 5, 6). */
export const NotesScreen = () => {
  const { door } = useApp();
  const say = useSay();
  const state = useDoorState();
  const [notes, error, reload] = useNotes();
  const [editing, setEditing] = useState<PrivateNote | "new">();
  if (state.kind !== "open") return <NoPlaceForNotes />;
  if (editing !== undefined) {
    return (
      <EditNote
        note={editing === "new" ? undefined : editing}
        onEnd={() => {
          setEditing(undefined);
          reload();
        }}
      />
    );
  }
  return (
    <Page
      title={say("notes_title")}
      lead={say("notes_lead")}
      actions={
        <Button kind="primary" onPress={() => setEditing("new")}>
          {say("notes_new_do")}
        </Button>
      }
    >
      {error === undefined ? undefined : <p role="alert">{sayProblem(say, error)}</p>}
      {notes === undefined ? <p className="soft">{say("shell_loading")}</p> : undefined}
      {notes?.length === 0 ? <p>{say("notes_none")}</p> : undefined}
      <ul className="notes">
        {(notes ?? []).map((note) => (
          <NoteLine
            key={note.id}
            note={note}
            onEdit={() => setEditing(note)}
            onRemove={() => void door.keep.notes.remove(note.id).then(reload)}
            onAdded={reload}
          />
        ))}
      </ul>
      <p className="soft small">{say("notes_honest")}</p>
    </Page>
  );
};

const useNotes = (): readonly [
  readonly PrivateNote[] | undefined,
  DoorError | undefined,
  () => void,
] => {
  const { door } = useApp();
  const { kind } = useDoorState();
  const [notes, setNotes] = useState<readonly PrivateNote[]>();
  const [error, setError] = useState<DoorError>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (kind !== "open") return undefined;
    let isCurrent = true;
    const load = async (): Promise<void> => {
      const listed = await door.keep.notes.list();
      if (!isCurrent) return;
      if (listed.ok) setNotes(listed.value);
      else setError(listed.error);
    };
    void load();
    return () => {
      isCurrent = false;
    };
  }, [door, kind, round]);
  return [notes, error, () => setRound((before) => before + 1)];
};

const NoPlaceForNotes = () => {
  const { navigation } = useApp();
  const say = useSay();
  return (
    <Page
      title={say("notes_title")}
      lead={say("notes_no_place")}
      actions={
        <Button kind="primary" onPress={() => navigation.replace({ screen: "write" })}>
          {say("save_words_do")}
        </Button>
      }
    />
  );
};

const NoteLine = ({
  note,
  onEdit,
  onRemove,
  onAdded,
}: {
  readonly note: PrivateNote;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
  readonly onAdded: () => void;
}) => {
  const { door, words } = useApp();
  const say = useSay();
  const [asks, setAsks] = useState(false);
  const add = (): void => {
    setAsks(false);
    void door.keep.notes.addToRecord(note.id).then(onAdded);
  };
  return (
    <li className="stack-tight note">
      <p className="note-text" dir="auto">
        {note.text}
      </p>
      <p className="soft small">
        {new Date(note.changedAt).toLocaleString(words.locale, {
          dateStyle: "full",
          timeStyle: "short",
        })}
      </p>
      <div className="row">
        <Button kind="quiet" onPress={onEdit}>
          {say("notes_change_do")}
        </Button>
        <Button kind="quiet" onPress={() => setAsks(true)}>
          {say("notes_add_do")}
        </Button>
        <Button kind="quiet" onPress={onRemove}>
          {say("notes_remove_do")}
        </Button>
      </div>
      {asks ? (
        <Ask title={say("notes_add_title")} onClose={() => setAsks(false)}>
          <p>{say("notes_add_why")}</p>
          <div className="stack-tight ask-actions">
            <Button kind="primary" onPress={add}>
              {say("notes_add_do")}
            </Button>
            <Button kind="quiet" onPress={() => setAsks(false)}>
              {say("shell_not_now_do")}
            </Button>
          </div>
        </Ask>
      ) : undefined}
    </li>
  );
};

const EditNote = ({
  note,
  onEnd,
}: {
  readonly note: PrivateNote | undefined;
  readonly onEnd: () => void;
}) => {
  const { door } = useApp();
  const say = useSay();
  const [text, setText] = useState(note?.text ?? "");
  const [error, setError] = useState<DoorError>();
  const save = async (): Promise<void> => {
    const kept = await door.keep.notes.set({
      text,
      ...(note === undefined ? {} : { id: note.id }),
      ...(note?.exhibit === undefined ? {} : { exhibit: note.exhibit }),
    });
    if (kept.ok) onEnd();
    else setError(kept.error);
  };
  return (
    <Page
      title={say("notes_new_do")}
      actions={
        <>
          <Button kind="primary" onPress={() => void save()} isDisabled={text.trim() === ""}>
            {say("notes_save_do")}
          </Button>
          <Button kind="quiet" onPress={onEnd}>
            {say("shell_not_now_do")}
          </Button>
        </>
      }
    >
      <Field
        label={say("notes_text")}
        hint={say("notes_text_hint")}
        value={text}
        onChange={setText}
        rows={9}
        autoFocus
        error={error === undefined ? undefined : sayProblem(say, error)}
      />
    </Page>
  );
};
