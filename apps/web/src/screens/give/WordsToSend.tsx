import type { Purpose } from "@holdfast/bundle";
import { useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Field } from "../../design/components/Field.tsx";
import type { BagLock } from "../../door/giving.ts";
import { CopyDo } from "./CopyDo.tsx";

const lockSays = {
  passphrase: "give_say_locked",
  recipient: "give_say_locked_key",
  plain: "give_say_open",
} as const satisfies Record<BagLock["kind"], string>;

/** A text for each of them (care.md 22–25), to be changed and copied. What is typed here is kept nowhere. */
export const WordsToSend = ({
  purpose,
  lock,
}: {
  readonly purpose: Exclude<Purpose, "self">;
  readonly lock: BagLock["kind"];
}) => {
  const { words } = useApp();
  const say = useSay();
  const [text, setText] = useState(() => say(`give_say_${purpose}`, { lock: say(lockSays[lock]) }));
  // Forms of the police count letters.
  const count = Array.from(text).length.toLocaleString(words.locale);
  return (
    <section className="stack give-part">
      <h2>{say("give_say_title")}</h2>
      <Field label={say("give_say_label")} value={text} onChange={setText} rows={9} />
      <p className="soft small">{say("give_say_count", { count })}</p>
      <CopyDo text={text} />
      {purpose === "lawyer" || purpose === "police" ? <p>{say("give_sign")}</p> : undefined}
    </section>
  );
};
