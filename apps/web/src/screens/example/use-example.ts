import { useSyncExternalStore } from "react";

import { useApp } from "../../app/app-context.ts";
import type { ExampleState } from "./example-run.ts";

export const useExample = (): ExampleState => {
  const { example } = useApp();
  return useSyncExternalStore(example.subscribe, example.state);
};
