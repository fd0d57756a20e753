import { useSyncExternalStore } from "react";

import { useApp } from "../../app/app-context.ts";
import type { KeepingState } from "./keeping-run.ts";

export const useKeeping = (): KeepingState => {
  const { keeping } = useApp();
  return useSyncExternalStore(keeping.subscribe, keeping.state);
};
