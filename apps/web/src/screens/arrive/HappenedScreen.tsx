import { useFrame, useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { type Happening, happenings, moreHappenings } from "../../app/session-state.ts";
import { Fold } from "../../design/components/Fold.tsx";
import { Lines } from "../../design/components/Lines.tsx";
import { routeAfterHappened } from "./two-minute-road.ts";

export const HappenedScreen = () => {
  const { navigation, session } = useFrame();
  const say = useSay();
  const toChoice = (happening: Happening) => ({
    id: happening,
    title: say(`happened_${happening}`),
    onPress: () => {
      session.change({ happening });
      navigation.go(routeAfterHappened(happening));
    },
  });
  return (
    <Page title={say("happened_title")} lead={say("happened_lead")}>
      <Lines choices={happenings.map(toChoice)} label={say("happened_title")} />
      <Fold title={say("happened_more")}>
        <Lines size="small" choices={moreHappenings.map(toChoice)} label={say("happened_more")} />
      </Fold>
    </Page>
  );
};
