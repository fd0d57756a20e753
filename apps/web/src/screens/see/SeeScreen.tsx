import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { sayProblem } from "../../app/say-problem.ts";
import { useAnswer } from "../../app/use-answer.ts";
import { useDoorState } from "../../app/use-door.ts";
import { Button } from "../../design/components/Button.tsx";
import { Field } from "../../design/components/Field.tsx";
import type { SearchRequest } from "../../door/seeing.ts";
import { RowContext, type RowContextValue } from "./list/row-context.ts";
import { useChosenWords, useFilterChoices } from "./filter-choices.ts";
import { Hints } from "./Hints.tsx";
import { SearchResults } from "./SearchResults.tsx";
import { SeeFilters, unfiltered } from "./SeeFilters.tsx";
import type { SeeSlice, SeeView } from "./see-memory.ts";
import { Timeline } from "./Timeline.tsx";
import { type SeeWords, useCase, useExhibits, useSeeWords } from "./use-see-words.ts";
import "./see.css";

/** One timeline over everything that is kept. */
export const SeeScreen = ({ around }: { readonly around?: number | undefined }) => {
  const door = useDoorState();
  const say = useSay();
  const { navigation } = useApp();
  const theCase = useCase();
  const exhibits = useExhibits();
  const words = useSeeWords(theCase, exhibits);
  const failed = [theCase, exhibits].find((asked) => asked.kind === "failed");
  if (door.kind !== "open" || failed?.kind === "failed") {
    return (
      <Page
        title={say("see_title")}
        lead={
          failed?.kind === "failed" ? sayProblem(say, failed.error) : say("problem_place_locked")
        }
        actions={
          <Button kind="primary" onPress={() => navigation.go({ screen: "open" })}>
            {say("open_words_do")}
          </Button>
        }
      />
    );
  }
  if (words === undefined || exhibits.kind !== "there") {
    return <Page title={say("see_title")} lead={say("see_loading")} />;
  }
  if (exhibits.value.length === 0) {
    return (
      <Page
        title={say("see_title")}
        lead={say("see_empty")}
        actions={
          <Button kind="primary" onPress={() => navigation.go({ screen: "keep" })}>
            {say("home_keep_do")}
          </Button>
        }
      />
    );
  }
  return (
    <Everything
      // Another row is another view, with a list of its own.
      key={around ?? "all"}
      around={around}
      words={words}
      formats={exhibits.value.map((one) => one.exhibit.formatId)}
    />
  );
};

const Everything = ({
  around,
  words,
  formats,
}: {
  readonly around: number | undefined;
  readonly words: SeeWords;
  readonly formats: readonly string[];
}) => {
  const { navigation, see } = useApp();
  const slice = useMemo(() => (around === undefined ? see : see.around(around)), [see, around]);
  const [view, setView] = useState(slice.read);
  const change = useCallback(
    (part: Partial<SeeView>): void => {
      slice.change(part);
      setView(slice.read());
    },
    [slice],
  );
  const rows = useMemo<RowContextValue>(
    () => ({
      words,
      open: ({ rowId, exhibits: [exhibit], orderCertain }) => {
        if (exhibit === undefined) return;
        const item = { screen: "item", exhibit, rowId } as const;
        navigation.go(orderCertain === undefined ? item : { ...item, orderCertain });
      },
      ...(around === undefined
        ? {}
        : {
            marked: {
              rowId: around,
              isSought: slice.read().sought === around,
              onFound: () => change({ sought: undefined }),
            },
          }),
    }),
    [navigation, words, around, slice, change],
  );
  return (
    <RowContext value={rows}>
      <SeeBody slice={slice} view={view} onChange={change} words={words} formats={formats} />
    </RowContext>
  );
};

const SeeBody = ({
  slice,
  view,
  onChange,
  words,
  formats,
}: {
  readonly slice: SeeSlice;
  readonly view: SeeView;
  readonly onChange: (part: Partial<SeeView>) => void;
  readonly words: SeeWords;
  readonly formats: readonly string[];
}) => {
  const { door } = useApp();
  const [isFiltering, setIsFiltering] = useState(false);
  const handles = useAnswer(useCallback(() => door.see.handles(), [door]));
  const { choices, filter, span, isOn } = useFilterChoices(view, words, formats, handles);
  const text = useDeferredValue(view.text.trim());
  const query = useMemo<SearchRequest>(() => ({ ...filter, ...span, text }), [filter, span, text]);
  // Another question begins at its top; what was chosen on the way to it stays.
  const ask = (part: Partial<SeeView>): void =>
    onChange({ ...part, place: undefined, found: undefined });
  const showAll = (): void => ask(unfiltered);
  return (
    <main id="page" className="page see">
      <SeeHead
        text={view.text}
        onText={(next) => ask({ text: next })}
        chosen={useChosenWords(view, choices, span)}
        onFilter={() => setIsFiltering(true)}
        onShowAll={showAll}
      />
      {text === "" ? <Hints words={words} /> : undefined}
      {text === "" ? (
        <Timeline
          slice={slice}
          filter={filter}
          span={span}
          words={words}
          onShowAll={showAll}
          isOn={isOn}
        />
      ) : (
        <SearchResults
          slice={slice}
          query={query}
          isOn={isOn}
          onText={(next) => ask({ text: next })}
          onShowAll={showAll}
        />
      )}
      {isFiltering ? (
        <SeeFilters
          choices={choices}
          view={view}
          onChange={ask}
          onClose={() => setIsFiltering(false)}
        />
      ) : undefined}
    </main>
  );
};

/** Words to find, what of it all is shown, and two other ways to look at it. */
const SeeHead = ({
  text,
  onText,
  chosen,
  onFilter,
  onShowAll,
}: {
  readonly text: string;
  readonly onText: (text: string) => void;
  /** What the filter leaves, in words; empty when it leaves everything. */
  readonly chosen: string;
  readonly onFilter: () => void;
  readonly onShowAll: () => void;
}) => {
  const { navigation } = useApp();
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div className="see-head">
      <h1 ref={heading} tabIndex={-1}>
        {say("see_title")}
      </h1>
      <Field kind="search" label={say("see_search_label")} value={text} onChange={onText} />
      <div className="see-tools">
        <Button kind="quiet" onPress={onFilter}>
          {say("see_filter_do")}
        </Button>
        <Button kind="quiet" onPress={() => navigation.go({ screen: "see-days" })}>
          {say("see_days_do")}
        </Button>
        <Button kind="quiet" onPress={() => navigation.go({ screen: "paper" })}>
          {say("see_paper_do")}
        </Button>
      </div>
      {chosen === "" ? undefined : (
        <p className="see-only">
          <bdi>{say("see_only", { what: chosen })}</bdi>{" "}
          <Button kind="quiet" onPress={onShowAll}>
            {say("see_filter_off_do")}
          </Button>
        </p>
      )}
    </div>
  );
};
