import { useFrame, useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { type SessionState } from "../../app/session-state.ts";
import { useSession } from "../../app/use-session.ts";
import { Button } from "../../design/components/Button.tsx";
import { Lines } from "../../design/components/Lines.tsx";
import { routeAfterGates } from "./two-minute-road.ts";

/** Somebody may pick up the phone: secret words, or nothing left on it, before anything is kept (care.md 12). */
export const WatchedScreen = () => {
  const { navigation, session } = useFrame();
  const say = useSay();
  const gates = useSession();
  const goOn = (keeping: SessionState["keeping"]): void => {
    session.change({ keeping });
    navigation.go(routeAfterGates(gates, "watched"));
  };
  return (
    <Page
      title={say("watched_title")}
      lead={say("watched_lead")}
      actions={
        <Button kind="quiet" onPress={() => goOn("undecided")}>
          {say("watched_later")}
        </Button>
      }
    >
      <Lines
        choices={[
          {
            id: "nothing",
            title: say("watched_nothing"),
            hint: say("watched_nothing_hint"),
            onPress: () => goOn("nothing"),
          },
          {
            id: "words",
            title: say("watched_words"),
            hint: say("watched_words_hint"),
            onPress: () => goOn("device"),
          },
        ]}
      />
      <p className="soft">{say("watched_note")}</p>
    </Page>
  );
};
