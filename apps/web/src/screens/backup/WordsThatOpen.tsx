import { useSay } from "../../app/frame.ts";
import { Choose } from "../../design/components/Choose.tsx";
import { Field } from "../../design/components/Field.tsx";
import type { PortableSecret, TypedKind } from "./portable-secret.ts";

const titles = {
  passphrase: "backup_with_words",
  "recovery-words": "backup_with_twelve",
  shares: "backup_with_cards",
} as const satisfies Record<PortableSecret["kind"], string>;

/** Which of several it is that somebody knows. */
export const WhatIsKnown = <Kind extends PortableSecret["kind"]>({
  kinds,
  kind,
  onKind,
}: {
  readonly kinds: readonly Kind[];
  readonly kind: Kind;
  readonly onKind: (kind: Kind) => void;
}) => {
  const say = useSay();
  return kinds.length < 2 ? undefined : (
    <Choose
      label={say("backup_try_with")}
      choices={kinds.map((value) => ({ value, title: say(titles[value]) }))}
      value={kind}
      onChange={onKind}
    />
  );
};

/** Asks for secret words or for the twelve. */
export const WordsThatOpen = ({
  kind,
  words,
  onWords,
  onEnter,
}: {
  readonly kind: TypedKind;
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly onEnter: () => void;
}) => {
  const say = useSay();
  return (
    <Field
      kind="secret"
      label={say(kind === "passphrase" ? "restore_words_label" : "open_twelve_label")}
      hint={say(kind === "passphrase" ? "restore_words_hint" : "open_twelve_hint")}
      value={words}
      onChange={onWords}
      onEnter={onEnter}
    />
  );
};
