import { useState } from "react";

import { useApp } from "../../../app/app-context.ts";
import { useSay } from "../../../app/frame.ts";
import { Page } from "../../../app/Page.tsx";
import { sayProblem } from "../../../app/say-problem.ts";
import { useSession } from "../../../app/use-session.ts";
import { Button } from "../../../design/components/Button.tsx";
import type { DoorError } from "../../../door/door.ts";

/** The second tap, on another screen. Keys first; with the last place the app itself goes too. */
export const DeleteSureScreen = ({ place }: { readonly place: string | undefined }) => {
  const { navigation } = useApp();
  const say = useSay();
  const { error, isWorking, wipe } = useWipe(place);
  return (
    <Page
      title={say("care_delete_sure_title")}
      lead={say("care_delete_sure_lead")}
      actions={
        <>
          <Button kind="primary" onPress={navigation.back} isDisabled={isWorking}>
            {say("care_delete_keep_do")}
          </Button>
          <Button kind="plain" onPress={() => void wipe()} isPending={isWorking}>
            {say("care_delete_sure_do")}
          </Button>
        </>
      }
    >
      <p role="status">{isWorking ? say("care_delete_running") : ""}</p>
      <div role="alert">{error === undefined ? undefined : <p>{sayProblem(say, error)}</p>}</div>
    </Page>
  );
};

const useWipe = (place: string | undefined) => {
  const { door, forgetApp, keeping, navigation, session } = useApp();
  const [error, setError] = useState<DoorError>();
  const [isWorking, setIsWorking] = useState(false);
  const wipe = async (): Promise<void> => {
    if (place === undefined) return navigation.back();
    setIsWorking(true);
    const wiped = await door.places.wipe(place);
    setIsWorking(false);
    if (!wiped.ok) return setError(wiped.error);
    keeping.clear();
    const left = await door.places.list();
    if (left.ok && left.value.length === 0) {
      // From now on nothing stays here, the app itself neither; else it would come back with the next screen.
      session.change({ keeping: "nothing", watched: false });
      await forgetApp();
      door.places.lockNow();
    }
    navigation.reset({ screen: "care", part: "gone" });
  };
  return { error, isWorking, wipe };
};

export const GoneScreen = () => {
  const { navigation } = useApp();
  const say = useSay();
  const { keeping } = useSession();
  return (
    <Page
      title={say("care_gone_title")}
      lead={say("care_gone_lead")}
      actions={
        <Button kind="primary" onPress={() => navigation.reset({ screen: "first" })}>
          {say("care_gone_start_do")}
        </Button>
      }
    >
      {keeping === "nothing" ? <p>{say("care_gone_app")}</p> : undefined}
      <p>{say("care_gone_history")}</p>
    </Page>
  );
};
