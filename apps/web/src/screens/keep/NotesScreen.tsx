import { useEffect, useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { sayProblem } from "../../app/say-problem.ts";
import { useDoorState } from "../../app/use-door.ts";
import { Ask } from "../../design/components/Ask.tsx";
import { Button } from "../../design/components/Button.tsx";
import type { Answer, DoorError } from "../../door/door.ts";
import type { PrivateNote } from "../../door/keeping.ts";
import { ThrowAway } from "./DraftLines.tsx";
import {
  EditNote,
  isOfNote,
  type NoteDraftKey,
  type NoteInHand,
  noteOfDraft,
} from "./EditNote.tsx";

/** The person's own notes: private, and changeable until they choose to add one to what is kept (care rules 5, 6). */
export const NotesScreen = () => {
  const { kind } = useDoorState();
  const [round, setRound] = useState(0);
  const [inHand, setInHand] = useState<NoteInHand>();
  if (kind !== "open") return <NoPlaceForNotes />;
  const again = (): void => setRound((before) => before + 1);
  return inHand === undefined ? (
    <NoteList round={round} onChanged={again} onEdit={setInHand} />
  ) : (
    <EditNote
      key={inHand.draft}
      of={inHand}
      onEnd={() => {
        setInHand(undefined);
        again();
      }}
    />
  );
};

/** `round`: asked anew with each. */
const NoteList = ({
  round,
  onChanged,
  onEdit,
}: {
  readonly round: number;
  readonly onChanged: () => void;
  readonly onEdit: (note: NoteInHand) => void;
}) => {
  const { door, drafts } = useApp();
  const say = useSay();
  const [notes, listError] = useNotes(round);
  const begun = useBegunNotes(round);
  const [actError, setActError] = useState<DoorError>();
  const error = actError ?? listError;
  const act = async (work: Answer<unknown>): Promise<void> => {
    const done = await work;
    setActError(done.ok ? undefined : done.error);
    onChanged();
  };
  const remove = async (id: string): Promise<void> => {
    // What was begun to be changed in it goes with it.
    await act(drafts.drop(`note/${id}`));
    await act(door.keep.notes.remove(id));
  };
  return (
    <Page
      title={say("notes_title")}
      lead={say("notes_lead")}
      actions={
        <Button kind="primary" onPress={() => onEdit({ draft: "note" })}>
          {say("notes_new_do")}
        </Button>
      }
    >
      {error === undefined ? undefined : <p role="alert">{sayProblem(say, error)}</p>}
      {notes === undefined && error === undefined ? (
        <p className="soft">{say("shell_loading")}</p>
      ) : undefined}
      {notes?.length === 0 && begun.length === 0 ? <p>{say("notes_none")}</p> : undefined}
      <ul className="notes">
        {begun.map(({ draft, text }) => (
          <BegunLine
            key={draft}
            text={text}
            onEdit={() => onEdit(noteOfDraft(draft, notes ?? []))}
            onThrowAway={() => void act(drafts.drop(draft))}
          />
        ))}
        {(notes ?? []).map((note) => (
          <NoteLine
            key={note.id}
            note={note}
            onEdit={() => onEdit({ draft: `note/${note.id}`, note })}
            onRemove={() => void remove(note.id)}
            onRecord={() => void act(door.keep.notes.addToRecord(note.id))}
          />
        ))}
      </ul>
      <p className="soft small">{say("notes_honest")}</p>
    </Page>
  );
};

const useNotes = (
  round: number,
): readonly [readonly PrivateNote[] | undefined, DoorError | undefined] => {
  const { door } = useApp();
  const [notes, setNotes] = useState<readonly PrivateNote[]>();
  const [error, setError] = useState<DoorError>();
  useEffect(() => {
    let isCurrent = true;
    const load = async (): Promise<void> => {
      const listed = await door.keep.notes.list();
      if (!isCurrent) return;
      setError(listed.ok ? undefined : listed.error);
      if (listed.ok) setNotes(listed.value);
    };
    void load();
    return () => {
      isCurrent = false;
    };
  }, [door, round]);
  return [notes, error];
};

interface BegunNote {
  readonly draft: NoteDraftKey;
  readonly text: string;
}

const useBegunNotes = (round: number): readonly BegunNote[] => {
  const { drafts } = useApp();
  const [begun, setBegun] = useState<readonly BegunNote[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const load = async (): Promise<void> => {
      const found: BegunNote[] = [];
      for (const draft of (await drafts.keys()).filter(isOfNote)) {
        const text = await drafts.read(draft);
        if (text !== undefined) found.push({ draft, text });
      }
      if (isCurrent) setBegun(found);
    };
    void load();
    return () => {
      isCurrent = false;
    };
  }, [drafts, round]);
  return begun;
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

/** Words that were never saved as a note: they stand first, as they were left. */
const BegunLine = ({
  text,
  onEdit,
  onThrowAway,
}: {
  readonly text: string;
  readonly onEdit: () => void;
  readonly onThrowAway: () => void;
}) => {
  const say = useSay();
  return (
    <li className="stack-tight note">
      <p className="note-text" dir="auto">
        {text}
      </p>
      <p className="soft small">{say("notes_begun")}</p>
      <div className="row">
        <Button kind="quiet" onPress={onEdit}>
          {say("draft_go_on_do")}
        </Button>
        <ThrowAway onThrowAway={onThrowAway} />
      </div>
    </li>
  );
};

const NoteLine = ({
  note,
  onEdit,
  onRemove,
  onRecord,
}: {
  readonly note: PrivateNote;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
  readonly onRecord: () => void;
}) => {
  const { words } = useApp();
  const say = useSay();
  const [asks, setAsks] = useState(false);
  const add = (): void => {
    setAsks(false);
    onRecord();
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
