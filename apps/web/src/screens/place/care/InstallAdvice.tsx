import { useState } from "react";

import { useApp } from "../../../app/app-context.ts";
import { useFace } from "../../../app/face-choice.ts";
import { titleOfFace } from "../../../app/faces.ts";
import { useSay } from "../../../app/frame.ts";
import { useInstallOffer } from "../../../app/install-offer.ts";
import { useSession } from "../../../app/use-session.ts";
import { Button } from "../../../design/components/Button.tsx";

/** How it gets onto the home screen, and what that means there. */
export const InstallAdvice = () => {
  const { surroundings } = useApp();
  const say = useSay();
  const { keeping } = useSession();
  const face = titleOfFace(useFace());
  if (surroundings.isInstalled) return undefined;
  return (
    <>
      <h2>{say("care_install_title")}</h2>
      {keeping === "nothing" ? (
        <p>{say("care_install_nothing")}</p>
      ) : (
        <>
          <p>{say("care_install_why")}</p>
          <p>{say("care_install_seen", { face })}</p>
          {surroundings.isIphone ? <IphoneSteps /> : <BrowserOffer />}
        </>
      )}
    </>
  );
};

const IphoneSteps = () => {
  const say = useSay();
  return (
    <>
      <p>{say("care_install_iphone_why")}</p>
      <ol>
        <li>{say("care_install_iphone_one")}</li>
        <li>{say("care_install_iphone_two")}</li>
        <li>{say("care_install_iphone_three")}</li>
      </ol>
      <p>{say("care_install_iphone_apart")}</p>
    </>
  );
};

const BrowserOffer = () => {
  const { install } = useApp();
  const say = useSay();
  const isThere = useInstallOffer();
  const [answer, setAnswer] = useState<"accepted" | "dismissed" | "gone">();
  const accept = async (): Promise<void> => setAnswer(await install.accept());
  return (
    <>
      {isThere ? (
        <Button kind="plain" onPress={() => void accept()}>
          {say("care_install_do")}
        </Button>
      ) : (
        <p>{say("care_install_other")}</p>
      )}
      <p role="status">
        {answer === undefined
          ? ""
          : say(answer === "accepted" ? "care_install_yes" : "care_install_no")}
      </p>
    </>
  );
};
