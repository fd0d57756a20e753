import { useCallback, useEffect, useMemo, useRef } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { sayProblem } from "../../app/say-problem.ts";
import { useAnswer } from "../../app/use-answer.ts";
import { Button } from "../../design/components/Button.tsx";
import type { Days, TimelineFilter } from "../../door/seeing.ts";
import type { DaySpan } from "./filter-choices.ts";
import { createBlockLoader } from "./list/block-loader.ts";
import { BlockList } from "./list/BlockList.tsx";
import { createBlocks } from "./list/blocks.ts";
import { createListStore, type FormerList } from "./list/list-store.ts";
import { dayOf } from "./local-time.ts";
import type { SeeSlice } from "./see-memory.ts";
import type { SeeWords } from "./use-see-words.ts";

/** The days first, then what stands in them as it comes into view. */
export const Timeline = ({
  slice,
  filter,
  span,
  words,
  isOn,
  onShowAll,
}: {
  readonly slice: SeeSlice;
  readonly filter: TimelineFilter;
  readonly span: DaySpan;
  readonly words: SeeWords;
  readonly isOn: boolean;
  readonly onShowAll: () => void;
}) => {
  const { door } = useApp();
  const say = useSay();
  const days = useAnswer(
    useCallback((signal) => door.see.days(filter, { signal }), [door, filter]),
  );
  switch (days.kind) {
    case "asking":
      return <p role="status">{say("see_loading")}</p>;
    case "failed":
      return <p role="alert">{sayProblem(say, days.error)}</p>;
    case "there": {
      const shown = withinSpan(days.value, span);
      return shown.days.length === 0 && shown.withoutTime === 0 ? (
        <div className="stack">
          <p role="status">{say(isOn ? "see_filter_none" : "see_empty")}</p>
          {isOn ? (
            <Button kind="plain" onPress={onShowAll}>
              {say("see_filter_off_do")}
            </Button>
          ) : undefined}
        </div>
      ) : (
        <TimelineOf slice={slice} days={days.value} span={span} filter={filter} words={words} />
      );
    }
  }
};

/** What has no known time may have been on these days too, and stays. */
const withinSpan = ({ days, ...others }: Days, { firstDay, lastDay }: DaySpan): Days => ({
  days: days.filter(
    ({ day }) =>
      (firstDay === undefined || day >= firstDay) && (lastDay === undefined || day <= lastDay),
  ),
  ...others,
});

const TimelineOf = ({
  slice,
  days,
  span,
  filter,
  words,
}: {
  readonly slice: SeeSlice;
  readonly days: Days;
  readonly span: DaySpan;
  readonly filter: TimelineFilter;
  readonly words: SeeWords;
}) => {
  const { door } = useApp();
  const say = useSay();
  const former = useRef<FormerList & { readonly filter: TimelineFilter }>(undefined);
  const { blocks, store } = useMemo(() => {
    const made = createBlocks(withinSpan(days, span));
    const loader = createBlockLoader({
      timeline: door.see.timeline,
      dayOf: ({ item }) => dayOf(words.localOf(item.time)),
      filter,
    });
    const before = former.current?.filter === filter ? former.current : undefined;
    return { blocks: made, store: createListStore(made, loader, before) };
  }, [days, door, filter, span, words]);
  useEffect(() => {
    former.current = { blocks, store, filter };
    return store.begin();
  }, [blocks, store, filter]);
  return (
    <BlockList
      blocks={blocks}
      store={store}
      start={slice.read().place}
      onPlace={(place) => slice.change({ place })}
      label={say("see_list_label")}
    />
  );
};
