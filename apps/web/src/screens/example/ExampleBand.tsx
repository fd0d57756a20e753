import { useApp } from "../../app/app-context.ts";
import { useRoute, useSay } from "../../app/frame.ts";
import { Button } from "../../design/components/Button.tsx";
import { useExample } from "./use-example.ts";
import "./example.css";

/** Over every screen while an example is open: that it is one, the way back to the walk, and the way out of it. */
export const ExampleBand = () => {
  const { example, navigation } = useApp();
  const say = useSay();
  const route = useRoute();
  const { kind } = useExample();
  if (kind !== "open") return undefined;
  const leave = (): void => {
    void example.leave().then(() => navigation.reset({ screen: "first" }));
  };
  return (
    <aside className="example-band">
      <p>{say("shell_example_banner")}</p>
      {route.screen === "example" ? undefined : (
        <Button kind="quiet" onPress={() => navigation.go({ screen: "example" })}>
          {say("example_walk_do")}
        </Button>
      )}
      <Button kind="quiet" onPress={leave}>
        {say("example_leave_do")}
      </Button>
    </aside>
  );
};
