import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { CountryChoice } from "../../app/CountryChoice.tsx";
import { Page } from "../../app/Page.tsx";
import { useSession } from "../../app/use-session.ts";
import { Button } from "../../design/components/Button.tsx";
import { EmergencyNumbers } from "../talk/EmergencyNumbers.tsx";
import { routeAfterGates } from "./two-minute-road.ts";

export const DangerScreen = () => {
  const { navigation } = useApp();
  const say = useSay();
  const gates = useSession();
  return (
    <Page
      title={say("danger_title")}
      lead={say("danger_lead")}
      actions={
        <>
          <Button kind="plain" onPress={() => navigation.go(routeAfterGates(gates, "danger"))}>
            {say("danger_safe_do")}
          </Button>
          <Button
            kind="quiet"
            onPress={() => navigation.go({ screen: "talk", need: "domestic-violence" })}
          >
            {say("danger_write_do")}
          </Button>
        </>
      }
    >
      <EmergencyNumbers isLarge />
      <CountryChoice label={say("danger_country")} anyLabel={say("talk_country_all")} />
    </Page>
  );
};
