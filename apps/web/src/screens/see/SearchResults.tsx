import { cutSnippet } from "@holdfast/casework";
import type { StoredItem } from "@holdfast/vault";
import { itemKindLabels } from "@holdfast/words";
import { useCallback, useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { sayProblem } from "../../app/say-problem.ts";
import { useAnswer } from "../../app/use-answer.ts";
import { Button } from "../../design/components/Button.tsx";
import { Lines } from "../../design/components/Lines.tsx";
import { foldWithOrigin, queryWords } from "./fold-with-origin.ts";
import { timeWords } from "./list/Row.tsx";
import { useRows } from "./list/row-context.ts";
import { dayOf } from "./local-time.ts";
import type { SeeWords } from "./use-see-words.ts";

const pageSize = 40;

/** Found while it is typed: words and parts of words, in any script, newest first. */
export const SearchResults = ({ text }: { readonly text: string }) => {
  const { door } = useApp();
  const say = useSay();
  const { words, open } = useRows();
  const [asked, setAsked] = useState({ text, limit: pageSize });
  if (asked.text !== text) setAsked({ text, limit: pageSize });
  const found = useAnswer(
    useCallback(
      (signal) => door.see.search({ text, limit: asked.limit }, { signal }),
      [door, text, asked.limit],
    ),
  );
  if (found.kind === "asking") return <p role="status">{say("see_search_working")}</p>;
  if (found.kind === "failed") return <p role="alert">{sayProblem(say, found.error)}</p>;
  const { hits, more } = found.value;
  return (
    <div className="see-results stack">
      <p role="status" className="soft">
        {hits.length === 0
          ? say("see_search_none")
          : say(more ? "see_search_first" : "see_search_found", { count: hits.length })}
      </p>
      <Lines
        size="small"
        choices={hits.map((hit) => ({
          id: String(hit.rowId),
          title: <Snippet item={hit} query={text} />,
          hint: <HitHint hit={hit} words={words} />,
          onPress: () => open(hit),
        }))}
      />
      {more ? (
        <Button
          kind="plain"
          onPress={() => setAsked({ text, limit: Math.min(500, asked.limit + 2 * pageSize) })}
        >
          {say("see_search_more_do")}
        </Button>
      ) : undefined}
    </div>
  );
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
      {item.from === undefined ? itemKindLabels[item.kind] : <bdi>{words.nameOf(item.from)}</bdi>}
      {" · "}
      {[...(day === undefined ? [] : [words.day(day)]), timeWords(words, item, say)]
        .filter((part) => part !== "")
        .join(", ")}
    </>
  );
};
