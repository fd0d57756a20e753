import type { Item } from "@holdfast/evidence";
import { timeSentence } from "@holdfast/words";
import type { ReactNode } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Exact } from "../../design/components/Exact.tsx";
import type { SeeWords } from "../see/use-see-words.ts";

/** Who, when, and how that is known. */
export const ItemFacts = ({
  item,
  words,
  orderCertain,
}: {
  readonly item: Item;
  readonly words: SeeWords;
  readonly orderCertain: boolean | undefined;
}) => {
  const { zones } = useApp();
  const say = useSay();
  const time = timeSentence({ zones }, item.time, words.zone);
  const person = (handle: NonNullable<Item["from"]>) => {
    const name = words.nameOf(handle);
    return (
      <>
        <bdi>{name}</bdi>
        {name === handle.value ? undefined : (
          <>
            {" · "}
            <Exact text={handle.value} />
          </>
        )}
      </>
    );
  };
  return (
    <dl className="item-facts">
      {item.from === undefined ? undefined : (
        <Fact term={say("item_from")}>{person(item.from)}</Fact>
      )}
      {(item.to ?? []).length === 0 ? undefined : (
        <Fact term={say("item_to")}>
          {item.to?.map((handle) => (
            <div key={`${handle.scheme}:${handle.value}`}>{person(handle)}</div>
          ))}
        </Fact>
      )}
      {item.thread === undefined ? undefined : (
        <Fact term={say("item_thread")}>
          <bdi>{item.thread}</bdi>
        </Fact>
      )}
      {item.subject === undefined ? undefined : (
        <Fact term={say("item_subject")}>
          <span dir="auto">{item.subject}</span>
        </Fact>
      )}
      <Fact term={say("item_when")}>
        <bdi>{time.local}</bdi>
      </Fact>
      {time.utc === undefined ? undefined : (
        <Fact term={say("item_when_utc")}>
          <bdi>{time.utc}</bdi>
        </Fact>
      )}
      <Fact term={say("item_when_how")}>
        {item.time.kind === "unknown"
          ? say("item_when_how_none")
          : say(`label_basis_${item.time.basis}`)}
        {orderCertain === undefined ? undefined : (
          <div className="soft">
            {say(orderCertain ? "item_order_certain" : "item_order_unsure")}
          </div>
        )}
      </Fact>
      {(item.flags ?? []).length === 0 ? undefined : (
        <Fact term={say("item_marks")}>
          {item.flags?.map((flag) => say(`label_flag_${flag}`)).join(" · ")}
        </Fact>
      )}
    </dl>
  );
};

export const Fact = ({
  term,
  children,
}: {
  readonly term: string;
  readonly children: ReactNode;
}) => (
  <div className="item-fact">
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
);
