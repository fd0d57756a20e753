import { useSyncExternalStore } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSession } from "../../app/use-session.ts";

/** A protected case, or one that will be. Drawn anew when that changes, not at each thing that is kept. */
export const useWordsOnly = (): boolean => {
  const { door } = useApp();
  const { young } = useSession();
  return useSyncExternalStore(door.subscribe, () => {
    const state = door.state();
    return state.kind === "open" ? state.place.pictures === "protected" : young;
  });
};
