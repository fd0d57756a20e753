import type { ReactNode } from "react";

import { ExitExplainedScreen } from "../screens/arrive/ExitExplainedScreen.tsx";
import { FirstScreen } from "../screens/arrive/FirstScreen.tsx";
import { GatesScreen } from "../screens/arrive/GatesScreen.tsx";
import { HappenedScreen } from "../screens/arrive/HappenedScreen.tsx";
import { NextScreen } from "../screens/arrive/NextScreen.tsx";
import { WatchedScreen } from "../screens/arrive/WatchedScreen.tsx";
import { YoungScreen } from "../screens/arrive/YoungScreen.tsx";
import { AppContext, type AppDeps, useRoute } from "./app-context.ts";
import type { Route } from "./routes.ts";
import { Shell } from "./Shell.tsx";

export const App = ({ deps }: { readonly deps: AppDeps }) => (
  <AppContext value={deps}>
    <Shell>
      <Screen />
    </Shell>
  </AppContext>
);

const Screen = () => {
  const route = useRoute();
  return screenOf(route);
};

const screenOf = (route: Route): ReactNode => {
  switch (route.screen) {
    case "first":
      return <FirstScreen />;
    case "exit-explained":
      return <ExitExplainedScreen />;
    case "gates":
      return <GatesScreen />;
    case "watched":
      return <WatchedScreen />;
    case "young":
      return <YoungScreen />;
    case "happened":
      return <HappenedScreen />;
    case "next":
      return <NextScreen />;
    case "danger":
    case "save":
    case "talk":
    case "home":
      return <FirstScreen />;
  }
};
