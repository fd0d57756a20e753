import { useState } from "react";

import { useSay } from "../../../app/frame.ts";
import { Ask } from "../../../design/components/Ask.tsx";
import { Button } from "../../../design/components/Button.tsx";
import { Field } from "../../../design/components/Field.tsx";

/** A name for a place, and where it is asked: that everybody can read it. */
export const NameAsk = ({
  title,
  note,
  first,
  doLabel,
  onName,
  onClose,
}: {
  readonly title: string;
  readonly note?: string;
  readonly first: string;
  readonly doLabel: string;
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}) => {
  const say = useSay();
  const [name, setName] = useState(first);
  const isUsable = name.trim() !== "" && name.trim().length <= 80;
  const submit = (): void => {
    if (isUsable) onName(name.trim());
  };
  return (
    <Ask title={title} onClose={onClose}>
      {note === undefined ? undefined : <p>{note}</p>}
      <Field
        label={say("care_places_name_label")}
        hint={say("care_places_name_seen")}
        value={name}
        onChange={setName}
        onEnter={submit}
        autoFocus
        {...(name.trim().length > 80 ? { error: say("problem_name_not_usable") } : {})}
      />
      <div className="stack-tight ask-actions">
        <Button kind="primary" isDisabled={!isUsable} onPress={submit}>
          {doLabel}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {say("shell_not_now_do")}
        </Button>
      </div>
    </Ask>
  );
};
