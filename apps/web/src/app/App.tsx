import { Fragment, lazy, type ReactNode, Suspense, use } from "react";

import { ExitExplainedScreen } from "../screens/arrive/ExitExplainedScreen.tsx";
import { FirstScreen } from "../screens/arrive/FirstScreen.tsx";
import { GatesScreen } from "../screens/arrive/GatesScreen.tsx";
import { HappenedScreen } from "../screens/arrive/HappenedScreen.tsx";
import { NextScreen } from "../screens/arrive/NextScreen.tsx";
import { WatchedScreen } from "../screens/arrive/WatchedScreen.tsx";
import type { Engine } from "./app-context.ts";
import { Cover } from "./Cover.tsx";
import { FrameContext, type FrameDeps, useRoute, useSay } from "./frame.ts";
import { type EngineRoute, type FirstRoute, isFirstRoute } from "./routes.ts";
import { Shell } from "./Shell.tsx";

/** Behind the first screens. See [Note: frame and engine]. */
const EngineScreens = lazy(async () => {
  const { EngineScreens: loaded } = await import("./EngineScreens.tsx");
  return { default: loaded };
});

export const App = ({
  frame,
  engine,
}: {
  readonly frame: FrameDeps;
  readonly engine: Promise<Engine>;
}) => (
  <FrameContext value={frame}>
    <Shell>
      <Screen engine={engine} />
    </Shell>
    <Cover />
  </FrameContext>
);

const Screen = ({ engine }: { readonly engine: Promise<Engine> }) => {
  const route = useRoute();
  return (
    <>
      {/* A new screen is a new element: its title takes the focus, whatever stood there before. */}
      {isFirstRoute(route) ? (
        <Fragment key={route.screen}>{firstScreenOf(route)}</Fragment>
      ) : undefined}
      <Suspense fallback={isFirstRoute(route) ? undefined : <Loading />}>
        <Behind engine={engine} route={isFirstRoute(route) ? undefined : route} />
      </Suspense>
    </>
  );
};

/** Waits for the engine before it asks for the screens: the engine is what knows when to begin loading. */
const Behind = ({
  engine,
  route,
}: {
  readonly engine: Promise<Engine>;
  readonly route: EngineRoute | undefined;
}) => {
  use(engine);
  return <EngineScreens engine={engine} route={route} />;
};

const Loading = () => {
  const say = useSay();
  return (
    <p className="page" role="status">
      {say("shell_loading")}
    </p>
  );
};

const firstScreenOf = (route: FirstRoute): ReactNode => {
  switch (route.screen) {
    case "first":
      return <FirstScreen />;
    case "exit-explained":
      return <ExitExplainedScreen />;
    case "gates":
      return <GatesScreen />;
    case "watched":
      return <WatchedScreen />;
    case "happened":
      return <HappenedScreen />;
    case "next":
      return <NextScreen />;
  }
};
