import { useFrame, useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { useSession } from "../../app/use-session.ts";
import { Button } from "../../design/components/Button.tsx";
import { Fold } from "../../design/components/Fold.tsx";
import { offersSavingAfterwards } from "./two-minute-road.ts";

/** The one thing to do now, for what happened. */
export const NextScreen = () => {
  const { navigation } = useFrame();
  const say = useSay();
  const { happening = "threat" } = useSession();
  const goOn = (): void =>
    offersSavingAfterwards(happening)
      ? navigation.go({ screen: "save" })
      : navigation.reset({ screen: "home" });
  return (
    <Page
      title={say(`next_${happening}_title`)}
      actions={
        <>
          <Button kind="primary" onPress={goOn}>
            {say(offersSavingAfterwards(happening) ? "next_done_do" : "next_place_do")}
          </Button>
          <Button kind="quiet" onPress={() => navigation.go({ screen: "talk" })}>
            {say("arrive_talk_do")}
          </Button>
        </>
      }
    >
      <p className="page-lead">{say(`next_${happening}`)}</p>
      <Fold title={say("next_why")}>
        <p>{say(`next_${happening}_why`)}</p>
      </Fold>
    </Page>
  );
};
