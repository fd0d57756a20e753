import type { DraftMark } from "@holdfast/guide";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";

/** The draft as it was written, what could hurt underlined; what it is, said for whoever does not see the line. */
export const MarkedWords = ({
  text,
  marks,
}: {
  readonly text: string;
  readonly marks: readonly DraftMark[];
}) => {
  const { words } = useApp();
  const say = useSay();
  const list = new Intl.ListFormat(words.locale, { type: "unit" });
  return (
    <section className="stack">
      <h2>{say("reply_marked")}</h2>
      <p className="guide-quote" dir="auto">
        {marks.map(({ start, end, kinds }, index) => (
          <span key={start}>
            {text.slice(marks[index - 1]?.end ?? 0, start)}
            <mark>
              {text.slice(start, end)}
              <span className="unseen">
                {" "}
                ({list.format(kinds.map((kind) => say(`reply_kind_${kind}`)))}){" "}
              </span>
            </mark>
          </span>
        ))}
        {text.slice(marks.at(-1)?.end ?? 0)}
      </p>
    </section>
  );
};
