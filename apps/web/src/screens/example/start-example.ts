import type { Navigation } from "../../app/navigation.ts";
import type { Route } from "../../app/routes.ts";
import { createExampleRun, type ExampleRun, type ExampleRunDeps } from "./example-run.ts";

/** Where an example stays open. Everywhere else somebody may be keeping something of their own. */
const openOn: ReadonlySet<Route["screen"]> = new Set<Route["screen"]>([
  "example",
  "talk",
  "danger",
  "see",
  "see-days",
  "item",
  "paper",
  "people",
  "zone",
  "demand",
  "guide-text",
  "guide-ask",
  "guide-letter",
  "guide-answers",
  "plan",
  "breath",
  "reply",
  "tell",
  "tell-words",
  "give",
  "give-choose",
  "give-copy",
  "give-made",
]);

/**
 * An example that ends when its screens are left: whoever goes back and begins the road in earnest must not keep
 * what is theirs in a place that is thrown away.
 */
export const startExample = (
  navigation: Pick<Navigation, "current" | "reset" | "subscribe">,
  deps: ExampleRunDeps,
): ExampleRun => {
  const example = createExampleRun(deps);
  navigation.subscribe(() => {
    const { kind } = example.state();
    const isThere = kind === "open" || kind === "loading";
    if (isThere && !openOn.has(navigation.current().screen)) void example.leave();
  });
  // Its place is nowhere to be opened again: where it was chosen says what became of it.
  example.subscribe(() => {
    const state = example.state();
    if (state.kind === "none" && state.closed) navigation.reset({ screen: "example" });
  });
  return example;
};
