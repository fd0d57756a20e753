import type { Navigation } from "../../app/navigation.ts";
import { isGuideRoute, type Route } from "../../app/routes.ts";
import { createExampleRun, type ExampleRun, type ExampleRunDeps } from "./example-run.ts";

/** Where an example stays open, beside the guide's screens. Everywhere else somebody may be keeping something of their own. */
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
  "notes",
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
    const route = navigation.current();
    if (isThere && !isGuideRoute(route) && !openOn.has(route.screen)) void example.leave();
  });
  // Its place is nowhere to be opened again: where it was chosen says what became of it.
  example.subscribe(() => {
    const state = example.state();
    if (state.kind === "none" && state.closed) navigation.reset({ screen: "example" });
  });
  return example;
};
