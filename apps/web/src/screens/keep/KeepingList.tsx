import type { ReactNode } from "react";

import type { KeepEvent } from "../../door/keeping.ts";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { sayProblem } from "../../app/say-problem.ts";
import { Button } from "../../design/components/Button.tsx";
import { Progress } from "../../design/components/Progress.tsx";
import { useKeeping } from "./use-keeping.ts";
import "./keep.css";

/** What is being kept, and what became of each: kept, not kept and why. Nothing passes in silence. */
export const KeepingList = () => {
  const { keeping } = useApp();
  const say = useSay();
  const state = useKeeping();
  switch (state.kind) {
    case "making-place":
      return <p role="status">{say("shell_loading")}</p>;
    case "running": {
      const done = state.events.filter(({ kind }) => kind === "kept").length;
      return (
        <div className="stack keeping" aria-live="polite">
          <Progress
            label={`${say("keep_running_count", { done, total: state.total })} · ${state.name}`}
            done={state.progress?.done ?? 0}
            total={state.progress?.total ?? 0}
            cancelLabel={say("shell_cancel_do")}
            onCancel={keeping.stop}
          />
          <Outcomes events={state.events} />
        </div>
      );
    }
    case "done": {
      const kept = state.events.filter(({ kind }) => kind === "kept").length;
      return (
        <div className="stack keeping" role="status">
          <h2>{say("keep_done_title", { count: kept })}</h2>
          {state.stopped ? <p>{say("keep_done_stopped")}</p> : undefined}
          {kept > 0 ? <p>{say("keep_done_safe", { count: kept })}</p> : undefined}
          <Outcomes events={state.events} />
        </div>
      );
    }
    case "cut-short":
      return <p role="status">{say("keep_cut_short", { count: state.left })}</p>;
    case "idle":
    case "needs-place":
    case "needs-opening":
    case "place-failed":
      return undefined;
  }
};

const Outcomes = ({ events }: { readonly events: readonly KeepEvent[] }) => (
  <ul className="outcomes">
    {events.map((event, index) => (
      // An event never changes its place, and one file can have several of the same kind.
      // oxlint-disable-next-line react/no-array-index-key -- the list only grows at its end
      <Outcome key={index} event={event} />
    ))}
  </ul>
);

const Outcome = ({ event }: { readonly event: KeepEvent }): ReactNode => {
  const say = useSay();
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
          <span className="small">{sayProblem(say, event.error)}</span>
        </li>
      );
  }
};

/** After the list: on with the day, or one more. */
export const KeepingDone = ({ onDone }: { readonly onDone: () => void }) => {
  const { keeping } = useApp();
  const say = useSay();
  return (
    <Button
      kind="primary"
      onPress={() => {
        keeping.clear();
        onDone();
      }}
    >
      {say("save_done_do")}
    </Button>
  );
};
