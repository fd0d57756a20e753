import type { Item } from "@holdfast/evidence";
import { useLayoutEffect, useRef, useState } from "react";

import { isolated } from "../../app/isolated.ts";
import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { sayProblem } from "../../app/say-problem.ts";
import { Button } from "../../design/components/Button.tsx";
import { Fold } from "../../design/components/Fold.tsx";
import type { DoorError } from "../../door/door.ts";
import type { ExhibitView, ShownWords } from "../../door/seeing.ts";

type Shown =
  | { readonly kind: "hidden" }
  | { readonly kind: "reading" }
  | { readonly kind: "failed"; readonly error: DoorError }
  | { readonly kind: "there"; readonly words: ShownWords };

/** Where it stands in the bytes that came in, and those very bytes where they are words. */
export const PlaceFold = ({
  item: { span },
  view: { exhibit, locked },
}: {
  readonly item: Item;
  readonly view: ExhibitView;
}) => {
  const { door, words } = useApp();
  const say = useSay();
  const [shown, setShown] = useState<Shown>({ kind: "hidden" });
  const number = new Intl.NumberFormat(words.locale);
  const place = {
    name: isolated(exhibit.originalName),
    from: number.format(span.offset),
    to: number.format(span.offset + span.length),
  };
  const show = async (): Promise<void> => {
    setShown({ kind: "reading" });
    const of = {
      exhibit: exhibit.id,
      ...(span.member === undefined ? {} : { member: span.member }),
    };
    const { offset, length } = span;
    const found = await door.see.words({ ...of, offset, length });
    setShown(
      found.ok ? { kind: "there", words: found.value } : { kind: "failed", error: found.error },
    );
  };
  const isWords = /^text\/|^message\/|mbox/u.test(exhibit.mediaType) || span.member !== undefined;
  return (
    <Fold title={say("item_place_title")}>
      <p>
        {span.member === undefined
          ? say("item_place", place)
          : say("item_place_member", { ...place, member: isolated(span.member.join(" / ")) })}
      </p>
      {!locked && isWords && shown.kind === "hidden" ? (
        <Button kind="plain" onPress={() => void show()}>
          {say("item_place_show_do")}
        </Button>
      ) : undefined}
      {shown.kind === "reading" ? <p role="status">{say("item_working")}</p> : undefined}
      {shown.kind === "failed" ? <p role="alert">{sayProblem(say, shown.error)}</p> : undefined}
      {shown.kind === "there" ? <InTheFile words={shown.words} /> : undefined}
    </Fold>
  );
};

const InTheFile = ({ words }: { readonly words: ShownWords }) => {
  const say = useSay();
  const marked = useRef<HTMLElement>(null);
  // The words come into view within their box; the page stays where it is.
  useLayoutEffect(() => {
    const box = marked.current?.parentElement;
    if (marked.current === null || box === null || box === undefined) return;
    box.scrollTop = marked.current.offsetTop - box.clientHeight / 4;
  }, [words]);
  return (
    <>
      <p className="soft small">{say(words.isCut ? "item_place_long" : "item_place_marked")}</p>
      <pre className="item-text" dir="auto" tabIndex={0} aria-label={say("item_place_title")}>
        <span className="soft">
          {words.isAtBeginning ? "" : "…"}
          {words.before}
        </span>
        <mark ref={marked}>{words.words}</mark>
        <span className="soft">
          {words.after}
          {words.isAtEnd ? "" : "…"}
        </span>
      </pre>
    </>
  );
};
