// Before any schema is made: a chunk of its own may be loaded before the engine.
import "../workers/configure-zod.ts";

import { Fragment, type ReactNode, use, useEffect, useMemo } from "react";

import { DangerScreen } from "../screens/arrive/DangerScreen.tsx";
import { SaveScreen } from "../screens/arrive/SaveScreen.tsx";
import { YoungScreen } from "../screens/arrive/YoungScreen.tsx";
import { BackupScreen } from "../screens/backup/BackupScreen.tsx";
import { RestoreScreen } from "../screens/backup/RestoreScreen.tsx";
import { CheckScreen } from "../screens/check/CheckScreen.tsx";
import { ExampleBand } from "../screens/example/ExampleBand.tsx";
import { ExampleScreen } from "../screens/example/ExampleScreen.tsx";
import { ChooseWhatGoes } from "../screens/give/ChooseWhatGoes.tsx";
import { GiveCopyScreen } from "../screens/give/GiveCopyScreen.tsx";
import { GiveMadeScreen } from "../screens/give/GiveMadeScreen.tsx";
import { GiveScreen } from "../screens/give/GiveScreen.tsx";
import { DemandScreen } from "../screens/facts/DemandScreen.tsx";
import { PeopleScreen } from "../screens/facts/PeopleScreen.tsx";
import { ZoneScreen } from "../screens/facts/ZoneScreen.tsx";
import { HomeScreen } from "../screens/home/HomeScreen.tsx";
import { CoachForScreen, CoachScreen } from "../screens/keep/CoachScreen.tsx";
import { KeepQuestions } from "../screens/keep/KeepQuestions.tsx";
import { KeepScreen } from "../screens/keep/KeepScreen.tsx";
import { NotesScreen } from "../screens/keep/NotesScreen.tsx";
import { useKeeping } from "../screens/keep/use-keeping.ts";
import { WriteScreen } from "../screens/keep/WriteScreen.tsx";
import { CareScreen } from "../screens/place/care/CareScreen.tsx";
import { OpenCardsScreen } from "../screens/place/cards/OpenCardsScreen.tsx";
import { OpenScreen } from "../screens/place/OpenScreen.tsx";
import { DaysScreen } from "../screens/see/days/DaysScreen.tsx";
import { ItemScreen } from "../screens/item/ItemScreen.tsx";
import { PaperScreen } from "../screens/paper/PaperScreen.tsx";
import { SeeScreen } from "../screens/see/SeeScreen.tsx";
import { TalkScreen } from "../screens/talk/TalkScreen.tsx";
import { VoiceScreen } from "../screens/voice/VoiceScreen.tsx";
import { AppContext, type Engine, useApp } from "./app-context.ts";
import { useFrame } from "./frame.ts";
import { guideScreenOf } from "./guide-screens.tsx";
import { type EngineRoute, isGuideRoute } from "./routes.ts";

/** Every screen that needs the engine, and the questions that can come up over any screen. */
export const EngineScreens = ({
  engine,
  route,
}: {
  readonly engine: Promise<Engine>;
  /** `undefined` while one of the first screens is shown. */
  readonly route: EngineRoute | undefined;
}) => {
  const frame = useFrame();
  const loaded = use(engine);
  const deps = useMemo(() => ({ ...frame, ...loaded }), [frame, loaded]);
  return (
    <AppContext value={deps}>
      <ExampleBand />
      {route === undefined ? undefined : <Fragment key={route.screen}>{screenOf(route)}</Fragment>}
      <OpeningForWhatWaits />
      <KeepQuestions />
    </AppContext>
  );
};

const screenOf = (route: EngineRoute): ReactNode => {
  if (isGuideRoute(route)) return guideScreenOf(route);
  switch (route.screen) {
    case "danger":
      return <DangerScreen />;
    case "young":
      return <YoungScreen />;
    case "save":
      return <SaveScreen />;
    case "talk":
      return <TalkScreen need={route.need} />;
    case "home":
      return <HomeScreen />;
    case "example":
      return <ExampleScreen />;
    case "open":
      return <OpenScreen place={route.place} />;
    case "open-cards":
      return <OpenCardsScreen place={route.place} />;
    case "care":
      return <CareScreen part={route.part} place={route.place} />;
    case "keep":
      return <KeepScreen />;
    case "write":
      return <WriteScreen />;
    case "notes":
      return <NotesScreen />;
    case "voice":
      return <VoiceScreen />;
    case "coach":
      return <CoachScreen />;
    case "coach-for":
      return <CoachForScreen platform={route.platform} />;
    case "give":
      return <GiveScreen />;
    case "give-choose":
      return (
        <ChooseWhatGoes
          purpose={route.purpose}
          {...(route.ticked === undefined ? {} : { ticked: route.ticked })}
        />
      );
    case "give-copy":
      return <GiveCopyScreen purpose={route.purpose} exhibits={route.exhibits} />;
    case "give-made":
      return <GiveMadeScreen />;
    case "check":
      return <CheckScreen />;
    case "backup":
      return <BackupScreen />;
    case "restore":
      return <RestoreScreen />;
    case "see":
      return <SeeScreen around={route.around} />;
    case "see-days":
      return <DaysScreen />;
    case "item":
      return <ItemScreen of={route} />;
    case "paper":
      return <PaperScreen />;
    case "people":
      return <PeopleScreen />;
    case "zone":
      return <ZoneScreen />;
    case "demand":
      return <DemandScreen />;
  }
};

/** Something was brought in while the place is closed: its door comes by itself. */
const OpeningForWhatWaits = () => {
  const { navigation } = useApp();
  const { kind } = useKeeping();
  useEffect(() => {
    if (kind === "needs-opening") navigation.go({ screen: "open" });
  }, [kind, navigation]);
  return undefined;
};
