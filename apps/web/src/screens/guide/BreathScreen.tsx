import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { Button } from "../../design/components/Button.tsx";
import { Fold } from "../../design/components/Fold.tsx";
import "./breath.css";

/** A breath, drawn: it widens and narrows, and nothing is counted. Where motion is off, it stands still and the words do it. */
export const BreathScreen = () => {
  const { navigation } = useApp();
  const say = useSay();
  return (
    <Page
      title={say("breath_title")}
      lead={say("breath_lead")}
      actions={
        <>
          <Button kind="primary" onPress={navigation.back}>
            {say("breath_back_do")}
          </Button>
          <Button kind="quiet" onPress={() => navigation.go({ screen: "talk" })}>
            {say("breath_help_do")}
          </Button>
        </>
      }
    >
      <div className="breath" aria-hidden="true">
        <svg viewBox="0 0 200 200">
          <circle className="breath-far" cx="100" cy="100" r="90" />
          <circle className="breath-wide" cx="100" cy="100" r="90" />
          <circle className="breath-near" cx="100" cy="100" r="36" />
        </svg>
        <span className="breath-in">{say("breath_in")}</span>
        <span className="breath-out">{say("breath_out")}</span>
      </div>
      <p>{say("breath_words")}</p>
      <Fold title={say("breath_see_title")}>
        <p>{say("breath_see")}</p>
      </Fold>
    </Page>
  );
};
