import type { Attachment, Item } from "@holdfast/evidence";
import type { TimelineEntry } from "@holdfast/vault";
import { type RefObject, useEffect, useRef } from "react";

import { useSay } from "../../../app/frame.ts";
import { isolated } from "../../../app/isolated.ts";
import type { SeeWords } from "../use-see-words.ts";
import { type RowContextValue, useRows } from "./row-context.ts";

/** One thing on the timeline. A chat reads like a chat once the person has said who they are in it. */
export const Row = ({
  entry,
  goesOn,
}: {
  readonly entry: TimelineEntry;
  readonly goesOn: boolean;
}) => {
  const { words, open, marked } = useRows();
  const say = useSay();
  const { item } = entry;
  const isMarked = marked?.rowId === entry.rowId;
  const seek = useSeek(isMarked ? marked : undefined);
  const isMine = item.from !== undefined && words.partyOf(item.from)?.role === "self";
  const isSystem = item.flags?.includes("system") === true;
  return (
    <div className={`row${isSystem ? " row-system" : isMine ? " row-mine" : ""}`}>
      {/* A button of the browser's own: thousands of them pass by in a second. */}
      <button
        ref={seek}
        type="button"
        className={isMarked ? "row-open row-marked" : "row-open"}
        onClick={() => open(entry)}
      >
        {isMarked ? <span className="row-mark small">{say("see_this_one")}</span> : undefined}
        <span className="row-who">
          {goesOn || item.from === undefined ? undefined : (
            <bdi className="row-name">{words.nameOf(item.from)}</bdi>
          )}
          {item.kind === "message" ? undefined : (
            <span className="row-kind">{say(`item_title_${item.kind}`)}</span>
          )}
          <span className="row-time">{timeWords(words, item, say)}</span>
          {entry.orderCertain || item.time.kind === "unknown" ? undefined : (
            <span className="row-unsure">{say("see_order_unsure")}</span>
          )}
        </span>
        {item.subject === undefined ? undefined : (
          <span className="row-subject" dir="auto">
            {item.subject}
          </span>
        )}
        <RowWords item={item} name={words.exhibitOf(entry.exhibits)?.originalName} />
        {item.attachments?.map((attachment, index) => (
          // Attachments may bear one name twice, and never change their order.
          // oxlint-disable-next-line react/no-array-index-key -- the order is the source's and stays
          <AttachmentLine key={index} attachment={attachment} />
        ))}
        <Flags item={item} />
      </button>
    </div>
  );
};

/** Brings the row into view and under the keyboard once; afterwards the list belongs to whoever scrolls it. */
const useSeek = (marked: RowContextValue["marked"]): RefObject<HTMLButtonElement | null> => {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (marked?.isSought !== true) return;
    button.current?.scrollIntoView({ block: "center" });
    button.current?.focus({ preventScroll: true });
    marked.onFound();
  }, [marked]);
  return button;
};

export const timeWords = (
  words: Pick<SeeWords, "localOf" | "clock">,
  item: Item,
  say: ReturnType<typeof useSay>,
): string => {
  const local = words.localOf(item.time);
  if (local === undefined) return say("see_time_none");
  const clock = words.clock(item, local);
  return local.isUtc && clock !== "" ? say("see_time_utc", { clock }) : clock;
};

const RowWords = ({ item, name }: { readonly item: Item; readonly name: string | undefined }) => {
  const say = useSay();
  if (item.text !== undefined && item.text !== "") {
    return (
      <span className="row-words" dir="auto">
        {item.text.length > 1_200 ? `${item.text.slice(0, 1_200)}…` : item.text}
      </span>
    );
  }
  if (item.attachments !== undefined && item.attachments.length > 0) return undefined;
  if (item.kind === "message" || item.kind === "email") {
    return <span className="row-words soft">{say("see_no_words")}</span>;
  }
  return name === undefined ? undefined : <bdi className="row-words">{name}</bdi>;
};

const AttachmentLine = ({ attachment }: { readonly attachment: Attachment }) => {
  const say = useSay();
  const { name, present, missing } = attachment;
  return (
    <span className="row-attachment small">
      {present
        ? say("see_attachment", { name: isolated(name) })
        : say("see_attachment_gone", {
            name: isolated(name),
            why:
              missing === undefined
                ? say("see_attachment_not_here")
                : say(`label_absent_${missing}`),
          })}
    </span>
  );
};

const Flags = ({ item }: { readonly item: Item }) => {
  const say = useSay();
  const flags = (item.flags ?? []).filter((flag) => flag !== "system");
  if (flags.length === 0) return undefined;
  return (
    <span className="row-flags small">
      {flags.map((flag) => say(`label_flag_${flag}`)).join(" · ")}
    </span>
  );
};
