import { useFace } from "../../app/face-choice.ts";
import { titleOfFace } from "../../app/faces.ts";
import { useFrame, useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { Button } from "../../design/components/Button.tsx";

/** Stands before the first screen on which somebody would rely on the button (GOV.UK: interruption page). */
export const ExitExplainedScreen = () => {
  const { navigation, session } = useFrame();
  const say = useSay();
  const face = titleOfFace(useFace());
  const goOn = (): void => {
    session.change({ exitExplained: true });
    navigation.replace({ screen: "gates" });
  };
  return (
    <Page
      title={say("arrive_exit_title")}
      lead={say("arrive_exit_lead")}
      actions={
        <Button kind="primary" onPress={goOn}>
          {say("arrive_exit_do")}
        </Button>
      }
    >
      <p>{say("arrive_exit_does", { face })}</p>
      <p>{say("arrive_exit_does_not")}</p>
      <p className="soft">{say("arrive_exit_keys")}</p>
      <p className="soft">{say("arrive_exit_back")}</p>
    </Page>
  );
};
