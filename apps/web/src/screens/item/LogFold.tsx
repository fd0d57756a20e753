import type { CustodyEntry } from "@holdfast/evidence";
import { instantSentence, noteSentence } from "@holdfast/words";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Fold } from "../../design/components/Fold.tsx";
import type { ExhibitView } from "../../door/seeing.ts";
import type { SeeWords } from "../see/use-see-words.ts";

/** What was done with it, in plain words, oldest first. */
export const LogFold = ({
  view: { custody },
  words,
}: {
  readonly view: ExhibitView;
  readonly words: SeeWords;
}) => {
  const { zones } = useApp();
  const say = useSay();
  return (
    <Fold title={say("item_log", { count: custody.length })}>
      <ol className="item-log">
        {custody.map(({ seq, entry }) => (
          <li key={seq}>
            <span dir="auto">{sayEntry(say, entry)}</span>
            <span className="soft small">
              <bdi>{instantSentence({ zones }, entry.at, words.zone).local}</bdi>
            </span>
          </li>
        ))}
      </ol>
      <p className="soft small">{say("item_log_note")}</p>
    </Fold>
  );
};

const sayEntry = (say: ReturnType<typeof useSay>, entry: CustodyEntry): string => {
  switch (entry.action) {
    case "item.add":
      return say("item_log_add");
    case "item.verify":
      return say(entry.same ? "item_log_verify_same" : "item_log_verify_changed");
    case "note.add":
      return say("item_log_note_add", { text: entry.text });
    case "derive":
      return say("item_log_derive");
    case "export":
      return say("item_log_export");
    case "disclose":
      return say("item_log_disclose", { to: entry.to });
    case "item.withdraw":
      return say("item_log_withdraw");
    // They name no exhibit, or are of use to a reader of the log alone.
    case "case.create":
    case "export.sealed":
    case "timestamp.request":
    case "timestamp.ok":
    case "timestamp.fail":
    case "key.change":
    case "backup":
    case "restore":
    case "item.show":
    case "log.fill":
    case "item.erase":
      return say("item_log_other");
  }
};

/** A long file may have thousands of remarks. */
const mostRemarks = 50;

export const RemarksFold = ({ view: { notes } }: { readonly view: ExhibitView }) => {
  const say = useSay();
  if (notes.length === 0) return undefined;
  return (
    <Fold title={say("item_remarks", { count: notes.length })}>
      <ul className="item-log">
        {notes.slice(0, mostRemarks).map((note) => (
          <li key={`${note.code}/${note.span.offset}/${note.span.member?.join("/")}`}>
            {/* Only in English yet, like the experts' words in a copy. */}
            <bdi lang="en">
              {noteSentence(note.code, {
                ...(note.detail === undefined ? {} : { detail: note.detail }),
                ...(note.span.member === undefined ? {} : { place: note.span.member.join(" / ") }),
              })}
            </bdi>
          </li>
        ))}
      </ul>
    </Fold>
  );
};
