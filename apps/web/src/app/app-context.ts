import type { AppWords } from "@holdfast/words";
import { createContext, useContext, useSyncExternalStore } from "react";

import type { Navigation } from "./navigation.ts";
import type { Route } from "./routes.ts";
import type { Session } from "./session.ts";

/** What every screen may reach. Wired once, in main.tsx. */
export interface AppDeps {
  readonly words: AppWords;
  readonly navigation: Navigation;
  readonly session: Session;
  readonly leave: () => void;
}

export const AppContext = createContext<AppDeps | undefined>(undefined);

export const useApp = (): AppDeps => {
  const deps = useContext(AppContext);
  if (deps === undefined) throw new Error("A screen stands outside of the app.");
  return deps;
};

export const useSay = (): AppWords["say"] => useApp().words.say;

export const useRoute = (): Route => {
  const { navigation } = useApp();
  return useSyncExternalStore(navigation.subscribe, navigation.current);
};
