import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { sayProblem } from "../../app/say-problem.ts";
import { useAnswer } from "../../app/use-answer.ts";
import { useDoorState } from "../../app/use-door.ts";
import { Button } from "../../design/components/Button.tsx";
import { Field } from "../../design/components/Field.tsx";
import { RowContext, type RowContextValue } from "./list/row-context.ts";
import { useFilterChoices } from "./filter-choices.ts";
import { Hints } from "./Hints.tsx";
import { SearchResults } from "./SearchResults.tsx";
import { SeeFilters } from "./SeeFilters.tsx";
import type { SeeView } from "./see-memory.ts";
import { Timeline } from "./Timeline.tsx";
import { type SeeWords, useCase, useExhibits, useSeeWords } from "./use-see-words.ts";
import "./see.css";

/** One timeline over everything that is kept. */
export const SeeScreen = () => {
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
  return <Everything words={words} formats={exhibits.value.map((one) => one.exhibit.formatId)} />;
};

const Everything = ({
  words,
  formats,
}: {
  readonly words: SeeWords;
  readonly formats: readonly string[];
}) => {
  const { navigation, see } = useApp();
  const [view, setView] = useState(see.read);
  const change = useCallback(
    (part: Partial<SeeView>): void => {
      see.change(part);
      setView(see.read());
    },
    [see],
  );
  const rows = useMemo<RowContextValue>(
    () => ({
      words,
      open: ({ rowId, exhibits: [exhibit], orderCertain }) => {
        if (exhibit === undefined) return;
        const item = { screen: "item", exhibit, rowId } as const;
        navigation.go(orderCertain === undefined ? item : { ...item, orderCertain });
      },
    }),
    [navigation, words],
  );
  return (
    <RowContext value={rows}>
      <SeeHead view={view} onChange={change} words={words} formats={formats} />
    </RowContext>
  );
};

const SeeHead = ({
  view,
  onChange,
  words,
  formats,
}: {
  readonly view: SeeView;
  readonly onChange: (part: Partial<SeeView>) => void;
  readonly words: SeeWords;
  readonly formats: readonly string[];
}) => {
  const { door, navigation } = useApp();
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const [isFiltering, setIsFiltering] = useState(false);
  const handles = useAnswer(useCallback(() => door.see.handles(), [door]));
  const { choices, filter, isOn } = useFilterChoices(view, words, formats, handles);
  const text = useDeferredValue(view.text.trim());
  return (
    <main id="page" className="page see">
      <div className="see-head">
        <h1 ref={heading} tabIndex={-1}>
          {say("see_title")}
        </h1>
        <Field
          kind="search"
          label={say("see_search_label")}
          value={view.text}
          onChange={(next) => onChange({ text: next })}
        />
        <div className="see-tools">
          <Button kind="quiet" onPress={() => setIsFiltering(true)}>
            {say(isOn ? "see_filter_on_do" : "see_filter_do")}
          </Button>
          <Button kind="quiet" onPress={() => navigation.go({ screen: "see-days" })}>
            {say("see_days_do")}
          </Button>
          <Button kind="quiet" onPress={() => navigation.go({ screen: "paper" })}>
            {say("see_paper_do")}
          </Button>
        </div>
        {text === "" ? <Hints words={words} /> : undefined}
      </div>
      {text === "" ? (
        <Timeline
          filter={filter}
          words={words}
          onShowAll={() => onChange(unfiltered)}
          isOn={isOn}
        />
      ) : (
        <SearchResults text={text} />
      )}
      {isFiltering ? (
        <SeeFilters
          choices={choices}
          view={view}
          onChange={(part) => onChange({ ...part, place: undefined })}
          onClose={() => setIsFiltering(false)}
        />
      ) : undefined}
    </main>
  );
};

const unfiltered = { person: undefined, platform: undefined, kind: undefined, place: undefined };
