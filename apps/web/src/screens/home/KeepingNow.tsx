import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import type { LineChoice } from "../../design/components/Lines.tsx";
import { Progress } from "../../design/components/Progress.tsx";
import { SpokenProgress } from "../keep/KeepingList.tsx";
import { useKeeping } from "../keep/use-keeping.ts";
import "../keep/keep.css";

/** What is being kept goes on while somebody looks elsewhere: how far it is, and the way to stop it. */
export const KeepingNow = () => {
  const { keeping } = useApp();
  const say = useSay();
  const state = useKeeping();
  if (state.kind !== "running") return undefined;
  return (
    <div className="keeping">
      <SpokenProgress kept={state.kept} total={state.total} />
      <Progress
        label={say("keep_running_count", { done: state.kept, total: state.total })}
        done={state.progress?.done ?? 0}
        total={state.progress?.total ?? 0}
        cancelLabel={say("shell_cancel_do")}
        onCancel={keeping.stop}
      />
    </div>
  );
};

/** The way to it, and afterwards to what became of each: it is not over in silence because somebody was elsewhere. */
export const useKeepingLine = (): readonly LineChoice[] => {
  const { navigation } = useApp();
  const say = useSay();
  const state = useKeeping();
  const onPress = (): void => navigation.go({ screen: "keep" });
  if (state.kind === "running") {
    return [{ id: "keeping", title: say("home_keeping_see_do"), onPress }];
  }
  if (state.kind !== "done") return [];
  const kept = state.events.filter(({ kind }) => kind === "kept").length;
  const notKept = state.events.filter(({ kind }) => kind === "not-kept").length;
  const hint = [
    say("keep_done_title", { count: kept }),
    ...(notKept > 0 ? [say("keep_not_kept", { count: notKept })] : []),
  ].join(" · ");
  return [{ id: "keeping", title: say("home_kept_now_do"), hint, onPress }];
};
