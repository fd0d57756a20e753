import { useCallback } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { useAnswer } from "../../app/use-answer.ts";
import { Button } from "../../design/components/Button.tsx";
import { Lines } from "../../design/components/Lines.tsx";
import type { SearchRequest } from "../../door/seeing.ts";

/** Nothing has these words: where something does, each with how much, and a way back to all of it. */
export const NothingFound = ({
  query,
  isOn,
  onText,
  onShowAll,
}: {
  readonly query: SearchRequest;
  readonly isOn: boolean;
  readonly onText: (text: string) => void;
  readonly onShowAll: () => void;
}) => {
  const { door } = useApp();
  const say = useSay();
  const asked = useAnswer(
    useCallback((signal) => door.see.waysOn(query, { signal }), [door, query]),
  );
  const { everywhere, others } =
    asked.kind === "there" ? asked.value : { everywhere: undefined, others: [] };
  const choices = [
    ...(everywhere === undefined
      ? []
      : [
          {
            id: "everywhere",
            title: say("see_none_everywhere_do"),
            hint: say(everywhere.more ? "see_hits_over" : "see_hits", { count: everywhere.items }),
            onPress: onShowAll,
          },
        ]),
    ...others.map(({ text, hits }) => ({
      id: `for ${text}`,
      title: <bdi>{say("see_none_other_do", { text })}</bdi>,
      hint: say(hits.more ? "see_hits_over" : "see_hits", { count: hits.items }),
      onPress: () => onText(text),
    })),
  ];
  return (
    <div className="see-results stack">
      <div role="status">
        <h2>{say(isOn ? "see_search_none_here" : "see_search_none")}</h2>
      </div>
      {choices.length === 0 ? undefined : (
        <Lines size="small" label={say("see_none_ways")} choices={choices} />
      )}
      <p className="soft">{say("see_none_hint")}</p>
      <Button kind="plain" onPress={() => onText("")}>
        {say("see_search_clear_do")}
      </Button>
    </div>
  );
};
