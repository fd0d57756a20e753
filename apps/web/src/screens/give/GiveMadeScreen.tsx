import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { sayProblem } from "../../app/say-problem.ts";
import { Button } from "../../design/components/Button.tsx";
import { Progress } from "../../design/components/Progress.tsx";
import { MadeCopy } from "./MadeCopy.tsx";
import { useGiving } from "./use-giving.ts";

/** The copy in the making, and what came of it. */
export const GiveMadeScreen = () => {
  const { giving, navigation } = useApp();
  const say = useSay();
  const state = useGiving();
  switch (state.kind) {
    case "idle":
      return (
        <Page
          title={say("give_title")}
          actions={
            <Button kind="primary" onPress={() => navigation.replace({ screen: "give" })}>
              {say("shell_go_on_do")}
            </Button>
          }
        />
      );
    case "making":
      return (
        <Page key="making" title={say("give_making_now")}>
          <Progress
            label={say("give_making")}
            done={state.progress?.done ?? 0}
            total={state.progress?.total ?? 0}
            cancelLabel={say("shell_cancel_do")}
            onCancel={giving.stop}
          />
        </Page>
      );
    case "failed":
      return (
        <Page
          key="failed"
          title={say("give_title")}
          lead={
            <span role="alert">
              {state.error.code === "cancelled"
                ? say("give_stopped")
                : sayProblem(say, state.error)}
            </span>
          }
          actions={
            <Button
              kind="primary"
              onPress={() => {
                giving.clear();
                navigation.back();
              }}
            >
              {say("shell_try_again_do")}
            </Button>
          }
        />
      );
    case "made":
      return <MadeCopy key="made" purpose={state.purpose} made={state.made} lock={state.lock} />;
  }
};
