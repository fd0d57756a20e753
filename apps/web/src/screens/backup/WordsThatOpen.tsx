import { useSay } from "../../app/frame.ts";
import { Choose } from "../../design/components/Choose.tsx";
import { Field } from "../../design/components/Field.tsx";
import type { PortableKind } from "./portable-secret.ts";

/** Asks for secret words or for the twelve: for whichever of them there are. */
export const WordsThatOpen = ({
  kinds,
  kind,
  onKind,
  words,
  onWords,
  onEnter,
}: {
  readonly kinds: readonly PortableKind[];
  readonly kind: PortableKind;
  readonly onKind: (kind: PortableKind) => void;
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly onEnter: () => void;
}) => {
  const say = useSay();
  return (
    <>
      {kinds.length < 2 ? undefined : (
        <Choose
          label={say("backup_try_with")}
          choices={[
            { value: "passphrase", title: say("backup_with_words") },
            { value: "recovery-words", title: say("backup_with_twelve") },
          ]}
          value={kind}
          onChange={onKind}
        />
      )}
      <Field
        kind="secret"
        label={say(kind === "passphrase" ? "restore_words_label" : "open_twelve_label")}
        hint={say(kind === "passphrase" ? "restore_words_hint" : "open_twelve_hint")}
        value={words}
        onChange={onWords}
        onEnter={onEnter}
      />
    </>
  );
};
