import { useFace } from "../../../app/face-choice.ts";
import { titleOfFace } from "../../../app/faces.ts";
import { useFrame, useSay } from "../../../app/frame.ts";
import { Page } from "../../../app/Page.tsx";
import { Button } from "../../../design/components/Button.tsx";

/** A practice: it really leaves, since that is what has to be known. */
export const LeaveScreen = () => {
  const { leave } = useFrame();
  const say = useSay();
  const face = titleOfFace(useFace());
  return (
    <Page
      title={say("care_leave_title")}
      lead={say("care_leave_lead")}
      actions={
        <Button kind="primary" onPress={leave}>
          {say("care_leave_try_do")}
        </Button>
      }
    >
      <p>{say("care_leave_does", { face })}</p>
      <p>{say("care_leave_keys")}</p>
      <p>{say("care_leave_not")}</p>
      <p>{say("care_leave_try")}</p>
    </Page>
  );
};
