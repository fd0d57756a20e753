import { useSyncExternalStore } from "react";

import { useApp } from "../../app/app-context.ts";
import type { GivingState } from "./giving-run.ts";

export const useGiving = (): GivingState => {
  const { giving } = useApp();
  return useSyncExternalStore(giving.subscribe, giving.state);
};
