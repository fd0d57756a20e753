import type { Exhibit, ExhibitId } from "@holdfast/evidence";
import { formatBytes } from "@holdfast/words";
import { useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { isolated } from "../../app/isolated.ts";
import { Button } from "../../design/components/Button.tsx";
import { Check } from "../../design/components/Check.tsx";
import { Choose } from "../../design/components/Choose.tsx";
import { LookAt } from "./LookAt.tsx";
import { fileNameOf, groupForReview, type ReviewGroup, whatItShows } from "./what-goes.ts";

/** Each thing with its name, size and kind, by day or by file. Nothing is hidden behind a number. */
export const ReviewList = ({
  exhibits,
  zone,
  ticked,
  onTick,
}: {
  readonly exhibits: readonly Exhibit[];
  readonly zone: string | undefined;
  readonly ticked: ReadonlySet<ExhibitId>;
  readonly onTick: (exhibits: readonly Exhibit[], isTicked: boolean) => void;
}) => {
  const say = useSay();
  const [order, setOrder] = useState<"day" | "file">("day");
  return (
    <div className="give-review">
      <Choose
        label={say("give_choose_title")}
        isLabelSeen={false}
        choices={[
          { value: "day", title: say("give_order_day") },
          { value: "file", title: say("give_order_file") },
        ]}
        value={order}
        onChange={setOrder}
      />
      {groupForReview(exhibits, order, zone).map((group) => (
        <Group key={group.key} group={group} order={order} ticked={ticked} onTick={onTick} />
      ))}
    </div>
  );
};

const Group = ({
  group,
  order,
  ticked,
  onTick,
}: {
  readonly group: ReviewGroup;
  readonly order: "day" | "file";
  readonly ticked: ReadonlySet<ExhibitId>;
  readonly onTick: (exhibits: readonly Exhibit[], isTicked: boolean) => void;
}) => {
  const say = useSay();
  const title = useGroupTitle(group.key, order);
  const isAll = group.exhibits.every(({ id }) => ticked.has(id));
  return (
    <section className="give-group">
      {title === "" ? undefined : (
        <h2>
          <bdi>{title}</bdi>
        </h2>
      )}
      <div className="checks">
        {group.exhibits.map((exhibit) => (
          <Row
            key={exhibit.id}
            exhibit={exhibit}
            isTicked={ticked.has(exhibit.id)}
            onTick={(isTicked) => onTick([exhibit], isTicked)}
          />
        ))}
      </div>
      {group.exhibits.length < 2 ? undefined : (
        <Button kind="quiet" onPress={() => onTick(group.exhibits, !isAll)}>
          {say(isAll ? "give_none_do" : "give_all_do")}
        </Button>
      )}
    </section>
  );
};

const useGroupTitle = (key: string, order: "day" | "file"): string => {
  const { words } = useApp();
  if (order === "file") return key;
  return key === ""
    ? words.say("give_no_day")
    : new Date(`${key}T12:00:00Z`).toLocaleDateString(words.locale, {
        dateStyle: "full",
        timeZone: "UTC",
      });
};

const rowWords = {
  picture: "give_row_picture",
  recording: "give_row_recording",
  "may-hold": "give_row_may_hold",
  words: "give_row_words",
} as const;

const Row = ({
  exhibit,
  isTicked,
  onTick,
}: {
  readonly exhibit: Exhibit;
  readonly isTicked: boolean;
  readonly onTick: (isTicked: boolean) => void;
}) => {
  const say = useSay();
  const shows = whatItShows(exhibit);
  return (
    <div className="give-row">
      <Check
        isSelected={isTicked}
        onChange={onTick}
        hint={`${say(rowWords[shows])} · ${isolated(formatBytes(exhibit.sizeInBytes))}`}
      >
        <bdi className="give-name">{fileNameOf(exhibit.originalName)}</bdi>
      </Check>
      {shows === "picture" ? <LookAt exhibit={exhibit} /> : undefined}
    </div>
  );
};
