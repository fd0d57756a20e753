import type { Attachment, Item } from "@holdfast/evidence";

import { useSay } from "../../app/frame.ts";
import type { ExhibitSummary, ExhibitView } from "../../door/seeing.ts";
import { memberBeside } from "../keep/left-out.ts";
import { TakeOneIn } from "../keep/TakeOneIn.tsx";
import { useWordsOnly } from "../keep/use-words-only.ts";
import { useExhibits } from "../see/use-see-words.ts";
import { ShownBytesOf } from "./ShownBytesOf.tsx";

/** What came with a message and was left out of the chat: each can be taken in by itself, where pictures are kept at all. */
export const LeftOutOf = ({ item, view }: { readonly item: Item; readonly view: ExhibitView }) => {
  const wordsOnly = useWordsOnly();
  const exhibits = useExhibits();
  const leftOut = (item.attachments ?? []).filter(
    ({ name, missing }) => missing === "not-kept-protected" && name !== "",
  );
  return leftOut.map((attachment) => (
    <OneLeftOut
      key={attachment.name}
      attachment={attachment}
      chatName={view.exhibit.originalName}
      kept={keptAs(attachment.name, exhibits.kind === "there" ? exhibits.value : [])}
      canBeTaken={!wordsOnly}
    />
  ));
};

/** Files of one name are not always one file; the screen says no more than that. */
const keptAs = (
  name: string,
  exhibits: readonly ExhibitSummary[],
): ExhibitSummary["exhibit"] | undefined =>
  exhibits.find(
    ({ exhibit, locked }) =>
      !locked
      && !exhibit.withdrawn
      && (exhibit.originalName === name || exhibit.originalName.endsWith(`/${name}`)),
  )?.exhibit;

const OneLeftOut = ({
  attachment: { name },
  chatName,
  kept,
  canBeTaken,
}: {
  readonly attachment: Attachment;
  readonly chatName: string;
  readonly kept: ExhibitSummary["exhibit"] | undefined;
  readonly canBeTaken: boolean;
}) => {
  const say = useSay();
  const member = memberBeside(chatName, name);
  return (
    <div className="stack-tight item-left-out">
      <p>
        <bdi>{say("left_out_name", { name })}</bdi>
      </p>
      {kept === undefined ? undefined : (
        <>
          <p className="soft small">{say("left_out_kept")}</p>
          <ShownBytesOf of={{ exhibit: kept.id }} name={name} />
        </>
      )}
      {kept === undefined && canBeTaken ? (
        <TakeOneIn name={name} {...(member === undefined ? {} : { member })} />
      ) : undefined}
    </div>
  );
};
