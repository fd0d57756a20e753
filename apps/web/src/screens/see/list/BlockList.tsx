import { type ReactNode, useEffect, useSyncExternalStore } from "react";

import { useSay } from "../../../app/frame.ts";
import { sayProblem } from "../../../app/say-problem.ts";
import { Button } from "../../../design/components/Button.tsx";
import type { Block } from "./blocks.ts";
import { DayBlock } from "./DayBlock.tsx";
import type { BlockState, ListStore } from "./list-store.ts";
import { type PlaceInList, useBlockWindow } from "./use-block-window.ts";
import "./list.css";

/** The timeline: of a million rows those are in the page that can be seen. See [Note: blocks of a timeline]. */
export const BlockList = ({
  blocks,
  store,
  start,
  onPlace,
  label,
}: {
  readonly blocks: readonly Block[];
  readonly store: ListStore;
  readonly start: PlaceInList | undefined;
  readonly onPlace: (place: PlaceInList) => void;
  readonly label: string;
}) => {
  const { first, last, scroller, ground, pane, onScroll } = useBlockWindow(blocks, start, onPlace);
  const loaded = useSyncExternalStore(store.subscribe, store.read);
  useEffect(() => store.want(first, last), [store, first, last]);
  const shown: ReactNode[] = [];
  for (let block = first; block <= last; block += 1) {
    const state = loaded.get(block);
    shown.push(
      <div key={block} className="see-block" data-loaded={state === undefined ? "no" : "yes"}>
        {state === undefined ? undefined : <Drawn state={state} retry={() => store.retry(block)} />}
      </div>,
    );
  }
  return (
    <div
      ref={scroller}
      className="see-list"
      onScroll={onScroll}
      role="region"
      aria-label={label}
      // What can be scrolled can be reached by the keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolled region is reached by keyboard
      tabIndex={0}
    >
      <div ref={ground} className="see-ground">
        <div ref={pane} className="see-pane">
          {shown}
        </div>
      </div>
    </div>
  );
};

const Drawn = ({ state, retry }: { readonly state: BlockState; readonly retry: () => void }) => {
  const say = useSay();
  if (state.kind === "loaded") return <DayBlock slices={state.slices} />;
  return (
    <div className="see-failed" role="alert">
      <p>
        {say("see_failed_block")} {sayProblem(say, state.error)}
      </p>
      <Button kind="quiet" onPress={retry}>
        {say("shell_try_again_do")}
      </Button>
    </div>
  );
};
