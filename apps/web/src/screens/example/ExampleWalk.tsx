import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { Button } from "../../design/components/Button.tsx";
import { ExampleGlimpse } from "./ExampleGlimpse.tsx";
import { type ExampleName, exampleNames } from "./example-names.ts";
import { openStation } from "./open-station.ts";
import { walks } from "./walk.ts";

/** One page of the walk: a few words, and what of the case they are about, as it lies there. */
export const ExampleWalk = ({
  name,
  station: number,
}: {
  readonly name: ExampleName;
  readonly station: number;
}) => {
  const app = useApp();
  const { example } = app;
  const say = useSay();
  const walk = walks[name];
  const station = walk[number];
  if (station === undefined) return undefined;
  const { opens } = station;
  return (
    <Page
      title={say(station.title)}
      lead={say(station.words)}
      actions={
        <>
          {number + 1 < walk.length ? (
            <Button kind="primary" onPress={() => example.goTo(number + 1)}>
              {say("example_next_do")}
            </Button>
          ) : (
            <AfterTheLast name={name} />
          )}
          {opens === undefined ? undefined : (
            <Button onPress={() => openStation(app, opens)}>{say("example_open_do")}</Button>
          )}
          {number > 0 ? (
            <Button kind="quiet" onPress={() => example.goTo(number - 1)}>
              {say("example_before_do")}
            </Button>
          ) : undefined}
        </>
      }
    >
      <ExampleGlimpse glimpse={station.glimpse} />
      <p className="soft small">
        {say("example_step", {
          name: say(`example_${name}`),
          number: number + 1,
          count: walk.length,
        })}
      </p>
    </Page>
  );
};

const AfterTheLast = ({ name }: { readonly name: ExampleName }) => {
  const { example, navigation } = useApp();
  const say = useSay();
  const [other = name] = exampleNames.filter((each) => each !== name);
  const start = (): void => {
    void example.leave().then(() => navigation.reset({ screen: "exit-explained" }));
  };
  return (
    <>
      <Button kind="primary" onPress={start}>
        {say("example_start_do")}
      </Button>
      <Button onPress={() => void example.begin(other)}>{say("example_again_do")}</Button>
    </>
  );
};
