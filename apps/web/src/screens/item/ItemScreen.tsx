import type { ExhibitId, Item } from "@holdfast/evidence";
import type { StoredItem } from "@holdfast/vault";
import { useCallback } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { sayProblem } from "../../app/say-problem.ts";
import { useAnswer } from "../../app/use-answer.ts";
import { Button } from "../../design/components/Button.tsx";
import type { ExhibitView } from "../../door/seeing.ts";
import { dayOf } from "../see/local-time.ts";
import { everything } from "../see/see-memory.ts";
import { type SeeWords, useCase, useExhibits, useSeeWords } from "../see/use-see-words.ts";
import { FileFold } from "./FileFold.tsx";
import { ItemFacts } from "./ItemFacts.tsx";
import { LeftOutOf } from "./LeftOutOf.tsx";
import { LogFold, RemarksFold } from "./LogFold.tsx";
import { NotesFold } from "./NotesFold.tsx";
import { PlaceFold } from "./PlaceFold.tsx";
import { RemoveFold } from "./RemoveFold.tsx";
import { ShownBytesOf } from "./ShownBytesOf.tsx";
import { UncoveredContext, useUncovered } from "./uncovered.ts";
import "./item.css";

export interface ItemRef {
  readonly exhibit: ExhibitId;
  readonly rowId: number;
  readonly orderCertain?: boolean;
}

/** One thing, opened: what it says first, and below it where it comes from and what became of it. */
export const ItemScreen = ({ of }: { readonly of: ItemRef }) => (
  <ItemOf key={`${of.exhibit}/${of.rowId}`} of={of} />
);

const ItemOf = ({ of }: { readonly of: ItemRef }) => {
  const { door, navigation } = useApp();
  const say = useSay();
  const words = useSeeWords(useCase(), useExhibits());
  const found = useAnswer(
    useCallback(
      () => door.see.itemsOf(of.exhibit, { afterRowId: of.rowId - 1, limit: 1 }),
      [door, of.exhibit, of.rowId],
    ),
  );
  const view = useAnswer(useCallback(() => door.see.exhibit(of.exhibit), [door, of.exhibit]));
  const failed = [found, view].find((asked) => asked.kind === "failed");
  const back = (
    <Button kind="primary" onPress={navigation.back}>
      {say("shell_back_do")}
    </Button>
  );
  if (failed?.kind === "failed") {
    return <Page title={say("item_gone")} lead={sayProblem(say, failed.error)} actions={back} />;
  }
  if (found.kind !== "there" || view.kind !== "there" || words === undefined) {
    return <Page title={say("item_working")} />;
  }
  const stored = found.value[0];
  if (stored === undefined || stored.rowId !== of.rowId) {
    return <Page title={say("item_gone")} actions={back} />;
  }
  return <Opened of={of} stored={stored} view={view.value} words={words} />;
};

const Opened = ({
  of,
  stored: { rowId, item },
  view,
  words,
}: {
  readonly of: ItemRef;
  readonly stored: StoredItem;
  readonly view: ExhibitView;
  readonly words: SeeWords;
}) => {
  const say = useSay();
  const uncovered = useUncovered();
  const seeAmongOthers = useGoAround(rowId, dayOf(words.localOf(item.time)));
  return (
    <UncoveredContext value={uncovered}>
      <Page
        title={say(`item_title_${item.kind}`)}
        actions={
          <Button kind="plain" onPress={() => void seeAmongOthers()}>
            {say("item_in_order_do")}
          </Button>
        }
      >
        <WordsOf item={item} />
        <MediaOf item={item} view={view} />
        <LeftOutOf item={item} view={view} />
        <ItemFacts item={item} words={words} orderCertain={of.orderCertain} />
        <div className="item-folds">
          <PlaceFold item={item} view={view} />
          <FileFold view={view} words={words} />
          <RemarksFold view={view} />
          <LogFold view={view} words={words} />
          <NotesFold exhibit={view.exhibit.id} />
          <RemoveFold exhibit={view.exhibit} isLocked={view.locked} />
        </div>
      </Page>
    </UncoveredContext>
  );
};

/** To its own place in the timeline, in a view of its own: a search that led here is still there on the way back. */
const useGoAround = (rowId: number, day: string | undefined): (() => Promise<void>) => {
  const { door, navigation, see } = useApp();
  return async () => {
    const row = await door.see.rowOnDay({ rowId, ...(day === undefined ? {} : { day }) });
    // A place that cannot be told is the beginning of its day.
    const place = { day, row: row.ok ? row.value : 0, withinPx: 0 };
    see.around(rowId).change({ ...everything, place, sought: rowId });
    navigation.go({ screen: "see", around: rowId });
  };
};

const WordsOf = ({ item }: { readonly item: Item }) =>
  item.text === undefined || item.text === "" ? undefined : (
    <blockquote className="item-words" dir="auto">
      {item.text}
    </blockquote>
  );

/** What can be looked at or listened to: the file itself, or what came with a message. */
const MediaOf = ({ item, view }: { readonly item: Item; readonly view: ExhibitView }) => {
  const say = useSay();
  if (view.locked) return <p>{say("item_file_locked")}</p>;
  const isItself = item.kind === "picture" || item.kind === "recording";
  const attachments = (item.attachments ?? []).filter(({ present }) => present);
  return (
    <>
      {isItself ? (
        <ShownBytesOf
          of={{
            exhibit: view.exhibit.id,
            ...(item.span.member === undefined ? {} : { member: item.span.member }),
          }}
          name={item.span.member?.at(-1) ?? view.exhibit.originalName}
        />
      ) : undefined}
      {attachments.map((attachment) =>
        attachment.member === undefined ? undefined : (
          <ShownBytesOf
            key={attachment.member.join("/")}
            of={{ exhibit: view.exhibit.id, member: attachment.member }}
            name={attachment.name}
          />
        ),
      )}
    </>
  );
};
