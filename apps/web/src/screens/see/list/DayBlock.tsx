import type { TimelineEntry } from "@holdfast/vault";
import { memo } from "react";

import { useSay } from "../../../app/frame.ts";
import { gapBetween } from "../gaps.ts";
import { platformMessage, platformOf } from "../platforms.ts";
import type { SeeWords } from "../use-see-words.ts";
import type { LoadedSlice } from "./block-loader.ts";
import { Row } from "./Row.tsx";
import { useRows } from "./row-context.ts";

/** The days of a block, each with its weekday, its rows, and the hours between them. */
export const DayBlock = memo(({ slices }: { readonly slices: readonly LoadedSlice[] }) => (
  <>
    {slices.map((loaded) => (
      <Day key={`${loaded.slice.day}/${loaded.slice.from}`} loaded={loaded} />
    ))}
  </>
));

const Day = ({ loaded: { slice, entries, before } }: { readonly loaded: LoadedSlice }) => {
  const { words } = useRows();
  const say = useSay();
  return (
    <section>
      {slice.from === 0 ? (
        <header className="see-day">
          <h2>{slice.day === undefined ? say("see_without_day") : words.day(slice.day)}</h2>
          <p className="soft small">
            {slice.day === undefined
              ? say("see_without_day_hint")
              : say("see_day_count", { count: slice.total })}
          </p>
        </header>
      ) : undefined}
      {entries.map((entry, index) => (
        <RowAfter key={entry.rowId} entry={entry} before={entries[index - 1] ?? before} />
      ))}
    </section>
  );
};

/** A row knows the one before it: where its conversation changes, who goes on speaking, how long nothing came. */
const RowAfter = ({
  entry,
  before,
}: {
  readonly entry: TimelineEntry;
  readonly before: TimelineEntry | undefined;
}) => {
  const { words } = useRows();
  const say = useSay();
  const gap = gapOf(words, before, entry);
  const isSameTalk =
    before !== undefined
    && before.exhibits[0] === entry.exhibits[0]
    && before.item.thread === entry.item.thread;
  const source = isSameTalk ? undefined : sourceOf(words, entry);
  const goesOn =
    isSameTalk && gap === undefined && before.item.from?.value === entry.item.from?.value;
  return (
    <>
      {gap === undefined ? undefined : (
        <p className={`see-gap see-gap-${gap.unit}`}>
          {say(`see_gap_${gap.unit}`, { count: gap.count })}
        </p>
      )}
      {source === undefined ? undefined : (
        <p className="see-source">
          {say(platformMessage(source.platform))}
          {source.name === undefined ? undefined : (
            <>
              {" · "}
              <bdi>{source.name}</bdi>
            </>
          )}
        </p>
      )}
      <Row entry={entry} goesOn={goesOn} />
    </>
  );
};

const gapOf = (words: SeeWords, before: TimelineEntry | undefined, after: TimelineEntry) => {
  if (before === undefined) return undefined;
  const [from, to] = [words.localOf(before.item.time), words.localOf(after.item.time)];
  if (from === undefined || to === undefined) return undefined;
  return gapBetween(
    { time: before.item.time, wallMs: from.wallMs },
    { time: after.item.time, wallMs: to.wallMs },
  );
};

const sourceOf = (words: SeeWords, { exhibits, item }: TimelineEntry) => {
  const exhibit = words.exhibitOf(exhibits);
  if (exhibit === undefined) return undefined;
  return {
    platform: platformOf(exhibit.formatId),
    name: item.thread ?? (item.kind === "message" ? exhibit.originalName : undefined),
  };
};
