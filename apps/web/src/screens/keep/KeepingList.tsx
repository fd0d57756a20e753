import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
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
  switch (state.kind) {
    case "making-place":
      return <p role="status">{say("shell_loading")}</p>;
    case "running":
      return (
        <div className="stack keeping" aria-live="polite">
          <Progress
            label={`${say("keep_running_count", { done: state.kept, total: state.total })} · ${state.name}`}
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
            <h2>{say("keep_done_title", { count: kept })}</h2>
            {state.stopped ? <p>{say("keep_done_stopped")}</p> : undefined}
            {kept > 0 ? <p>{say("keep_done_safe", { count: kept })}</p> : undefined}
          </div>
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
