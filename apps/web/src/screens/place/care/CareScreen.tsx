import type { CarePart } from "../../../app/routes.ts";
import { CareHub } from "./CareHub.tsx";
import { GiveCardsScreen } from "../cards/GiveCardsScreen.tsx";
import { DeleteScreen } from "./DeleteScreen.tsx";
import { DeleteSureScreen, GoneScreen } from "./DeleteSureScreen.tsx";
import { KeysScreen } from "./KeysScreen.tsx";
import { LeaveScreen } from "./LeaveScreen.tsx";
import { LockScreen } from "./LockScreen.tsx";
import { LookScreen } from "./LookScreen.tsx";
import { PicturesScreen } from "./PicturesScreen.tsx";
import { PlacesScreen } from "./PlacesScreen.tsx";
import { TwelveScreen } from "./TwelveScreen.tsx";
import { WordsScreen } from "./WordsScreen.tsx";

/** Everything that looks after the place, each on a page of its own. */
export const CareScreen = ({
  part,
  place,
}: {
  readonly part: CarePart | undefined;
  readonly place: string | undefined;
}) => {
  switch (part) {
    case undefined:
      return <CareHub />;
    case "keys":
      return <KeysScreen />;
    case "words":
      return <WordsScreen />;
    case "twelve":
      return <TwelveScreen />;
    case "cards":
      return <GiveCardsScreen />;
    case "lock":
      return <LockScreen />;
    case "leave":
      return <LeaveScreen />;
    case "look":
      return <LookScreen />;
    case "places":
      return <PlacesScreen />;
    case "pictures":
      return <PicturesScreen />;
    case "delete":
      return <DeleteScreen place={place} />;
    case "delete-sure":
      return <DeleteSureScreen place={place} />;
    case "gone":
      return <GoneScreen />;
  }
};
