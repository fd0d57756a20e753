import { type ReactNode, useMemo, useState } from "react";

import { useSay } from "../../app/frame.ts";
import { sayProblem } from "../../app/say-problem.ts";
import { Button } from "../../design/components/Button.tsx";
import type { FileToKeep, KeepEvent } from "../../door/keeping.ts";
import { leftOutOf } from "./left-out.ts";
import { TakeOneIn } from "./TakeOneIn.tsx";
import { useWordsOnly } from "./use-words-only.ts";

/** What a phone draws in one go without being felt, while files may still go on; and what it may draw when it is asked to. */
const shownFirst = 20;
const shownMore = 50;

/** What became of each, when all is done: first what was not kept, and why, so that it is not lost among thousands. */
export const Outcomes = ({
  events,
  files,
}: {
  readonly events: readonly KeepEvent[];
  readonly files: ReadonlyMap<number, FileToKeep>;
}) => {
  const say = useSay();
  const { kept, notKept } = useMemo(
    () => ({ kept: events.filter(isKept), notKept: events.filter((event) => !isKept(event)) }),
    [events],
  );
  const notKeptCount = notKept.filter(({ kind }) => kind === "not-kept").length;
  return (
    <>
      {notKeptCount > 0 && kept.length > 0 ? (
        <h3>{say("keep_not_kept", { count: notKeptCount })}</h3>
      ) : undefined}
      <OutcomesInParts events={notKept} files={files} />
      <OutcomesInParts events={kept} files={files} />
    </>
  );
};

const isKept = ({ kind }: KeepEvent): boolean => kind === "kept";

const OutcomesInParts = ({
  events,
  files,
}: {
  readonly events: readonly KeepEvent[];
  readonly files: ReadonlyMap<number, FileToKeep>;
}) => {
  const say = useSay();
  const [shown, setShown] = useState(shownFirst);
  const left = events.length - shown;
  return events.length === 0 ? undefined : (
    <>
      <ul className="outcomes">
        {events.slice(0, shown).map((event, index) => (
          // An event never changes its place, and one file can have several of the same kind.
          // oxlint-disable-next-line react/no-array-index-key -- the list only grows at its end
          <Outcome
            key={index}
            event={event}
            {...("index" in event ? { file: files.get(event.index) } : {})}
          />
        ))}
      </ul>
      {left > 0 ? (
        <Button kind="quiet" onPress={() => setShown(shown + shownMore)}>
          {say("keep_more_do", { count: left })}
        </Button>
      ) : undefined}
    </>
  );
};

/** The last few, while it goes on. */
export const LatestOutcomes = ({ events }: { readonly events: readonly KeepEvent[] }) => (
  <ul className="outcomes">
    {events.map((event, index) => (
      // oxlint-disable-next-line react/no-array-index-key -- all of them are drawn anew
      <Outcome key={index} event={event} />
    ))}
  </ul>
);

const Outcome = ({
  event,
  file,
}: {
  readonly event: KeepEvent;
  readonly file?: FileToKeep | undefined;
}): ReactNode => {
  const say = useSay();
  const wordsOnly = useWordsOnly();
  const leftOut = wordsOnly ? undefined : leftOutOf(event, file);
  switch (event.kind) {
    case "began":
      return null;
    case "kept":
      return (
        <li className="outcome">
          <bdi className="outcome-name">{event.file.name}</bdi>
          <span className="soft small">
            {[
              ...(event.file.alreadyKept ? [say("keep_already")] : []),
              ...(event.file.sizeInBytes === 0 ? [say("keep_empty")] : []),
              ...(event.file.items > 1 ? [say("keep_items", { count: event.file.items })] : []),
              ...(event.file.findings > 0
                ? [say("keep_findings", { count: event.file.findings })]
                : []),
            ].join(" · ")}
          </span>
        </li>
      );
    case "stopped":
      return <li className="outcome outcome-not small">{sayProblem(say, event.error)}</li>;
    case "not-kept":
      return (
        <li className="outcome outcome-not">
          <bdi className="outcome-name">{event.name}</bdi>
          <span className="small">
            {leftOut === undefined ? sayProblem(say, event.error) : say("left_out")}
          </span>
          {leftOut === undefined ? undefined : (
            <TakeOneIn name={leftOut.member.at(-1) ?? event.name} atHand={leftOut} />
          )}
        </li>
      );
  }
};
