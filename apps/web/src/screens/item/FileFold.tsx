import { formatBytes, instantSentence } from "@holdfast/words";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Exact } from "../../design/components/Exact.tsx";
import { Fold } from "../../design/components/Fold.tsx";
import type { ExhibitView } from "../../door/seeing.ts";
import type { SeeWords } from "../see/use-see-words.ts";
import { Fact } from "./ItemFacts.tsx";
import { ShownBytesOf } from "./ShownBytesOf.tsx";

/** The file as it came in. Of a picture in a protected case nothing but its name (care rule 3). */
export const FileFold = ({
  view: { exhibit, locked },
  words,
}: {
  readonly view: ExhibitView;
  readonly words: SeeWords;
}) => {
  const { zones } = useApp();
  const say = useSay();
  const added = instantSentence({ zones }, exhibit.addedAt, words.zone);
  return (
    <Fold
      title={
        <span>
          {say("item_file_title")}
          {": "}
          <bdi>{exhibit.originalName}</bdi>
        </span>
      }
    >
      <dl className="item-facts">
        <Fact term={say("item_file_kind")}>{say(`label_exhibit_${exhibit.kind}`)}</Fact>
        <Fact term={say("item_file_origin")}>{say(`label_origin_${exhibit.origin}`)}</Fact>
        <Fact term={say("item_file_added")}>
          <bdi>{added.local}</bdi>
          <div className="soft">{say("item_file_added_note")}</div>
        </Fact>
        {locked ? undefined : (
          <>
            <Fact term={say("item_file_size")}>
              <bdi>{formatBytes(exhibit.sizeInBytes)}</bdi>
            </Fact>
            <Fact term={say("item_file_print")}>
              <Exact text={exhibit.sha256} grouped />
              <div className="soft">{say("item_file_print_note")}</div>
            </Fact>
          </>
        )}
      </dl>
      <p>{say(locked ? "item_file_locked" : "item_file_kept_safe")}</p>
      {locked ? undefined : (
        <ShownBytesOf of={{ exhibit: exhibit.id }} name={exhibit.originalName} />
      )}
    </Fold>
  );
};
