import { useFrame, useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { useSession } from "../../app/use-session.ts";
import { Button } from "../../design/components/Button.tsx";
import { TakeDown } from "../talk/TakeDown.tsx";
import { routeAfterGates } from "./two-minute-road.ts";

export const YoungScreen = () => {
  const { navigation } = useFrame();
  const say = useSay();
  const gates = useSession();
  return (
    <Page
      title={say("young_title")}
      lead={say("young_lead")}
      actions={
        <>
          <Button kind="primary" onPress={() => navigation.go(routeAfterGates(gates, "young"))}>
            {say("shell_go_on_do")}
          </Button>
          <Button kind="plain" onPress={() => navigation.go({ screen: "talk" })}>
            {say("young_talk_do")}
          </Button>
        </>
      }
    >
      <p>{say("young_no_send")}</p>
      <p>{say("young_words_only")}</p>
      <TakeDown />
      <p className="soft">{say("young_law")}</p>
    </Page>
  );
};
