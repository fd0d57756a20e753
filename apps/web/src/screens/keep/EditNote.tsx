import { type ExhibitId, exhibitIdSchema } from "@holdfast/evidence";
import { useState } from "react";

import { useApp } from "../../app/app-context.ts";
import type { DraftKey } from "../../app/draft-shelf.ts";
import { useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { sayProblem } from "../../app/say-problem.ts";
import { useDraft } from "../../app/use-draft.ts";
import { Button } from "../../design/components/Button.tsx";
import { Field } from "../../design/components/Field.tsx";
import type { DoorError } from "../../door/door.ts";
import type { PrivateNote } from "../../door/keeping.ts";
import { DraftLines } from "./DraftLines.tsx";

export type NoteDraftKey = Exclude<DraftKey, "words" | "reply" | `tell/${string}`>;

/** A note that is written or changed, and where its half-written words lie. */
export interface NoteInHand {
  readonly draft: NoteDraftKey;
  readonly note?: PrivateNote;
  readonly exhibit?: ExhibitId;
}

export const EditNote = ({
  of: { draft: key, note, exhibit = note?.exhibit },
  onEnd,
}: {
  readonly of: NoteInHand;
  readonly onEnd: () => void;
}) => {
  const { door, drafts } = useApp();
  const say = useSay();
  const draft = useDraft(key, note?.text);
  const [error, setError] = useState<DoorError>();
  const save = async (): Promise<void> => {
    const kept = await door.keep.notes.set({
      text: draft.text,
      ...(note === undefined ? {} : { id: note.id }),
      ...(exhibit === undefined ? {} : { exhibit }),
    });
    if (!kept.ok) return setError(kept.error);
    await drafts.drop(key);
    onEnd();
  };
  return (
    <Page
      title={say("notes_new_do")}
      actions={
        <>
          <Button kind="primary" onPress={() => void save()} isDisabled={draft.text.trim() === ""}>
            {say("notes_save_do")}
          </Button>
          <Button kind="quiet" onPress={onEnd}>
            {say("shell_not_now_do")}
          </Button>
        </>
      }
    >
      <DraftLines draft={draft} />
      <Field
        label={say("notes_text")}
        hint={say("notes_text_hint")}
        value={draft.text}
        onChange={draft.change}
        rows={9}
        autoFocus
        error={error === undefined ? undefined : sayProblem(say, error)}
      />
    </Page>
  );
};

export const isOfNote = (key: DraftKey): key is NoteDraftKey =>
  key === "note" || key.startsWith("about/") || key.startsWith("note/");

/** A note that was deleted meanwhile comes back as a new one, when its begun words are saved. */
export const noteOfDraft = (draft: NoteDraftKey, notes: readonly PrivateNote[]): NoteInHand => {
  const note = notes.find(({ id }) => draft === `note/${id}`);
  if (note !== undefined) return { draft, note };
  const exhibit = draft.startsWith("about/")
    ? exhibitIdSchema.safeParse(draft.slice("about/".length)).data
    : undefined;
  return exhibit === undefined ? { draft } : { draft, exhibit };
};
