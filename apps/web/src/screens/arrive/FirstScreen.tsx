import { useFrame, useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { Button } from "../../design/components/Button.tsx";
import { Drawing } from "../../design/components/Drawing.tsx";
import { Lines } from "../../design/components/Lines.tsx";

/** The first sentence that somebody reads. One action; everything else stands quietly below. */
export const FirstScreen = () => {
  const { navigation, surroundings } = useFrame();
  const say = useSay();
  return (
    <Page
      title={say("arrive_title")}
      lead={say("arrive_lead")}
      actions={
        <>
          <Button kind="primary" onPress={() => navigation.go({ screen: "exit-explained" })}>
            {say("arrive_start_do")}
          </Button>
          <p className="soft small">{say("arrive_start_hint")}</p>
        </>
      }
      after={
        <>
          <Lines
            size="small"
            choices={[
              {
                id: "talk",
                title: say("arrive_talk_do"),
                onPress: () => navigation.go({ screen: "talk" }),
              },
              {
                id: "look",
                title: say("arrive_look_do"),
                onPress: () => navigation.go({ screen: "home" }),
              },
              {
                id: "example",
                title: say("arrive_example_do"),
                onPress: () => navigation.go({ screen: "example" }),
              },
              {
                id: "open",
                title: say("arrive_open_do"),
                onPress: () => navigation.go({ screen: "open" }),
              },
              {
                id: "check",
                title: say("arrive_check_do"),
                onPress: () => navigation.go({ screen: "check" }),
              },
            ]}
          />
          <p className="soft small">{say("arrive_private")}</p>
        </>
      }
    >
      {surroundings.inside === undefined ? (
        <Drawing />
      ) : (
        <div className="stack-tight">
          <h2>{say("arrive_inside_title", { app: surroundings.inside })}</h2>
          <p>{say("arrive_inside", { app: surroundings.inside })}</p>
        </div>
      )}
    </Page>
  );
};
