import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { useDoorState } from "../../app/use-door.ts";
import { Button } from "../../design/components/Button.tsx";
import { Lines } from "../../design/components/Lines.tsx";
import { Progress } from "../../design/components/Progress.tsx";
import type { ExampleError } from "./example-run.ts";
import { ExampleWalk } from "./ExampleWalk.tsx";
import { type ExampleName, exampleNames } from "./example-names.ts";
import { useExample } from "./use-example.ts";

/** Two made-up cases: which one, its loading, and the walk through it. */
export const ExampleScreen = () => {
  const state = useExample();
  switch (state.kind) {
    case "none":
      return <ChooseExample wasClosed={state.closed} />;
    case "loading":
      return <LoadingExample kept={state.kept} total={state.total} />;
    case "failed":
      return <ExampleFailed name={state.name} error={state.error} />;
    case "open":
      // A page of the walk is a new element: its title takes the focus.
      return <ExampleWalk key={`${state.name} ${state.station}`} {...state} />;
  }
};

const ChooseExample = ({ wasClosed }: { readonly wasClosed: boolean }) => {
  const { example } = useApp();
  const say = useSay();
  const door = useDoorState();
  return (
    <Page title={say("example_title")} lead={say("example_lead")}>
      {wasClosed ? <p role="status">{say("example_was_closed")}</p> : undefined}
      <Lines
        choices={exampleNames.map((name) => ({
          id: name,
          title: say(`example_${name}`),
          hint: say(`example_${name}_hint`),
          onPress: () => void example.begin(name),
        }))}
      />
      <p className="soft small">{say("example_nothing_kept")}</p>
      {door.kind === "open" ? (
        <p className="soft small">{say("example_closes_place")}</p>
      ) : undefined}
    </Page>
  );
};

const LoadingExample = ({ kept, total }: { readonly kept: number; readonly total: number }) => {
  const { example } = useApp();
  const say = useSay();
  return (
    <Page title={say("shell_loading")}>
      <Progress
        label={total === 0 ? say("example_fetching") : say("example_bringing_in", { kept, total })}
        done={kept}
        total={total}
        cancelLabel={say("shell_cancel_do")}
        onCancel={() => void example.leave()}
      />
    </Page>
  );
};

const ExampleFailed = ({
  name,
  error,
}: {
  readonly name: ExampleName;
  readonly error: ExampleError;
}) => {
  const { example } = useApp();
  const say = useSay();
  return (
    <Page
      title={say("example_failed_title")}
      lead={
        error.code === "example_unreachable" || error.code === "example_changed"
          ? say(error.code)
          : say("example_other_failed")
      }
      actions={
        <>
          <Button kind="primary" onPress={() => void example.begin(name)}>
            {say("shell_try_again_do")}
          </Button>
          <Button kind="quiet" onPress={() => void example.leave()}>
            {say("shell_not_now_do")}
          </Button>
        </>
      }
    />
  );
};
