import { useEffect, useRef } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { focusTitle } from "../../app/focus-title.ts";
import { isolated } from "../../app/isolated.ts";
import { Button } from "../../design/components/Button.tsx";
import { Progress } from "../../design/components/Progress.tsx";
import { LatestOutcomes, Outcomes } from "./Outcomes.tsx";
import { useKeeping } from "./use-keeping.ts";
import "./keep.css";

/** What is being kept, and what became of each: kept, not kept and why. Nothing passes in silence. */
export const KeepingList = () => {
  const { keeping } = useApp();
  const say = useSay();
  const state = useKeeping();
  useKeptFocus(state.kind);
  switch (state.kind) {
    case "making-place":
      return <p role="status">{say("shell_loading")}</p>;
    case "running":
      return (
        <div className="stack keeping">
          <SpokenProgress kept={state.kept} total={state.total} />
          <Progress
            label={[
              say("keep_running_count", { done: state.kept, total: state.total }),
              // Before its turn has come, a file has no name here.
              ...(state.name === "" ? [] : [isolated(state.name)]),
            ].join(" · ")}
            done={state.progress?.done ?? 0}
            total={state.progress?.total ?? 0}
            cancelLabel={say("shell_cancel_do")}
            onCancel={keeping.stop}
          />
          <LatestOutcomes events={state.latest} />
        </div>
      );
    case "done": {
      const kept = state.events.filter(({ kind }) => kind === "kept").length;
      return (
        <div className="stack keeping">
          {/* Said aloud without the list, which can have thousands of names. */}
          <div className="stack" role="status">
            <DoneTitle>{say("keep_done_title", { count: kept })}</DoneTitle>
            {state.stopped ? <p>{say("keep_done_stopped")}</p> : undefined}
            {kept > 0 ? <p>{say("keep_done_safe", { count: kept })}</p> : undefined}
          </div>
          <Outcomes events={state.events} files={state.files} />
        </div>
      );
    }
    case "cut-short":
      return <p role="status">{say("keep_cut_short", { count: state.left, kept: state.kept })}</p>;
    case "idle":
    case "needs-place":
    case "needs-opening":
    case "place-failed":
      return undefined;
  }
};

/** From so many things on, it is said again at each quarter; fewer are done before one has listened. */
const manyThings = 20;

/** What a screen reader says meanwhile: that it has begun, and of many things each quarter, not each name. */
export const SpokenProgress = ({
  kept,
  total,
}: {
  readonly kept: number;
  readonly total: number;
}) => {
  const say = useSay();
  const quarters = total < manyThings ? 0 : Math.floor((4 * kept) / total);
  return (
    <p className="unseen" role="status">
      {say("keep_running_count", { done: Math.ceil((quarters * total) / 4), total })}
    </p>
  );
};

/** Questions and buttons that had the focus go away meanwhile: whoever listens is not put back to the page's very top. */
const useKeptFocus = (kind: string): void => {
  useEffect(() => {
    const asked = requestAnimationFrame(() => {
      if (kind !== "idle" && document.activeElement === document.body) focusTitle();
    });
    return () => cancelAnimationFrame(asked);
  }, [kind]);
};

/** Takes the focus: the button that had it is gone. */
const DoneTitle = ({ children }: { readonly children: string }) => {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <h2 ref={title} tabIndex={-1}>
      {children}
    </h2>
  );
};

/** After the list: on with the day, or one more. */
export const KeepingDone = ({
  onDone,
  onMore,
}: {
  readonly onDone: () => void;
  readonly onMore?: () => void;
}) => {
  const { keeping } = useApp();
  const say = useSay();
  return (
    <>
      <Button
        kind="primary"
        onPress={() => {
          keeping.clear();
          onDone();
        }}
      >
        {say("save_done_do")}
      </Button>
      <Button
        kind="quiet"
        onPress={() => {
          keeping.clear();
          onMore?.();
          focusTitle();
        }}
      >
        {say("keep_again_do")}
      </Button>
    </>
  );
};
