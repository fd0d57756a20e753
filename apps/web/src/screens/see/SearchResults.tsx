import { cutSnippet } from "@holdfast/casework";
import type { SearchPage, StoredItem } from "@holdfast/vault";
import { useCallback, useLayoutEffect, useRef, useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { sayProblem } from "../../app/say-problem.ts";
import { useAnswer } from "../../app/use-answer.ts";
import { Button } from "../../design/components/Button.tsx";
import { Lines } from "../../design/components/Lines.tsx";
import type { HitCount, SearchRequest } from "../../door/seeing.ts";
import { foldWithOrigin, queryWords } from "./fold-with-origin.ts";
import { timeWords } from "./list/Row.tsx";
import { useRows } from "./list/row-context.ts";
import { dayOf } from "./local-time.ts";
import { NothingFound } from "./NothingFound.tsx";
import type { SeeSlice } from "./see-memory.ts";
import type { SeeWords } from "./use-see-words.ts";

const pageSize = 40;
const mostShown = 500;

/** Found while it is typed, within what is chosen: words and parts of words, in any script, newest first. */
export const SearchResults = ({
  slice,
  query,
  isOn,
  onText,
  onShowAll,
}: {
  readonly slice: SeeSlice;
  readonly query: SearchRequest;
  readonly isOn: boolean;
  readonly onText: (text: string) => void;
  readonly onShowAll: () => void;
}) => {
  const { door } = useApp();
  const say = useSay();
  const [asked, setAsked] = useState({ query, limit: slice.read().found?.limit ?? pageSize });
  if (asked.query !== query) setAsked({ query, limit: pageSize });
  const found = useAnswer(
    useCallback(
      (signal) => door.see.search({ ...asked.query, limit: asked.limit }, { signal }),
      [door, asked],
    ),
  );
  const counted = useAnswer(
    useCallback((signal) => door.see.countHits(query, { signal }), [door, query]),
  );
  if (found.kind === "asking") {
    return (
      <p role="status" className="see-results">
        {say("see_search_working")}
      </p>
    );
  }
  if (found.kind === "failed") return <p role="alert">{sayProblem(say, found.error)}</p>;
  if (found.value.hits.length === 0) {
    return <NothingFound query={query} isOn={isOn} onText={onText} onShowAll={onShowAll} />;
  }
  const showMore = (): void => {
    const limit = Math.min(mostShown, asked.limit + 2 * pageSize);
    slice.change({ found: { limit, topPx: slice.read().found?.topPx ?? 0 } });
    setAsked({ query, limit });
  };
  return (
    <Hits
      slice={slice}
      page={found.value}
      counted={counted.kind === "there" ? counted.value : undefined}
      query={query.text}
      onMore={found.value.more && asked.limit < mostShown ? showMore : undefined}
    />
  );
};

const Hits = ({
  slice,
  page: { hits, more },
  counted,
  query,
  onMore,
}: {
  readonly slice: SeeSlice;
  readonly page: SearchPage;
  readonly counted: HitCount | undefined;
  readonly query: string;
  readonly onMore: (() => void) | undefined;
}) => {
  const say = useSay();
  const { words, open } = useRows();
  const list = useRef<HTMLDivElement>(null);
  // Whoever comes back from a hit finds the list where it was.
  useLayoutEffect(() => {
    if (list.current !== null) list.current.scrollTop = slice.read().found?.topPx ?? 0;
  }, [slice]);
  return (
    <div
      ref={list}
      className="see-results stack"
      onScroll={({ currentTarget }) =>
        slice.change({
          found: {
            limit: slice.read().found?.limit ?? pageSize,
            topPx: currentTarget.scrollTop,
          },
        })
      }
    >
      <p role="status" className="soft">
        <HowMany shown={hits.length} more={more} counted={counted} />
      </p>
      <Lines
        size="small"
        choices={hits.map((hit) => ({
          id: String(hit.rowId),
          title: <Snippet item={hit} query={query} />,
          hint: <HitHint hit={hit} words={words} />,
          onPress: () => open(hit),
        }))}
      />
      {onMore === undefined ? undefined : (
        <Button kind="plain" onPress={onMore}>
          {say("see_search_more_do")}
        </Button>
      )}
    </div>
  );
};

/** The hits are there before they are counted. */
const HowMany = ({
  shown,
  more,
  counted,
}: {
  readonly shown: number;
  readonly more: boolean;
  readonly counted: HitCount | undefined;
}) => {
  const say = useSay();
  if (!more) return say("see_search_found", { count: shown });
  if (counted === undefined) return say("see_search_first", { count: shown });
  const { items, more: over } = counted;
  return say(over ? "see_search_first_of_over" : "see_search_first_of", { count: items, shown });
};

const Snippet = ({
  item: { item },
  query,
}: {
  readonly item: StoredItem;
  readonly query: string;
}) => {
  const whole = [
    item.subject,
    item.text,
    ...(item.attachments ?? []).map(({ name }) => name),
  ].filter((part) => part !== undefined && part !== "");
  return (
    <span className="see-snippet" dir="auto">
      {cutSnippet(foldWithOrigin, whole.join(" · "), queryWords(query)).map((part, index) =>
        part.matched ? (
          // Parts are told apart by their place alone.
          // oxlint-disable-next-line react/no-array-index-key -- a snippet is cut anew as a whole
          <mark key={index}>{part.text}</mark>
        ) : (
          part.text
        ),
      )}
    </span>
  );
};

const HitHint = ({
  hit: { item },
  words,
}: {
  readonly hit: StoredItem;
  readonly words: SeeWords;
}) => {
  const say = useSay();
  const day = dayOf(words.localOf(item.time));
  return (
    <>
      {item.from === undefined ? (
        say(`item_title_${item.kind}`)
      ) : (
        <bdi>{words.nameOf(item.from)}</bdi>
      )}
      {" · "}
      {[...(day === undefined ? [] : [words.day(day)]), timeWords(words, item, say)]
        .filter((part) => part !== "")
        .join(", ")}
    </>
  );
};
