import { useApp } from "../../../app/app-context.ts";
import { BackAndForth } from "../../../app/BackAndForth.tsx";
import { useSay } from "../../../app/frame.ts";
import { keepLockChoice } from "../../../app/lock-choice.ts";
import { Page } from "../../../app/Page.tsx";
import { useSession } from "../../../app/use-session.ts";
import { Button } from "../../../design/components/Button.tsx";
import { Choose } from "../../../design/components/Choose.tsx";
import { useAsked } from "./use-asked.tsx";
import { useOwnPlace } from "./use-own-place.ts";

/** When it locks. Longer is asked for with the words: an open phone may be in another hand. */
export const LockScreen = () => {
  const { door, session } = useApp();
  const say = useSay();
  const place = useOwnPlace();
  const { watched } = useSession();
  const { ask, question } = useAsked();
  const choose = (value: "two" | "once"): void => {
    const apply = (): void => {
      session.change({ watched: value === "once" });
      void keepLockChoice(door, value);
    };
    if (value === "two" && watched) ask(apply);
    else apply();
  };
  return (
    <Page
      title={say("care_lock_title")}
      lead={say("care_lock_lead")}
      actions={
        <Button kind="primary" onPress={() => void door.places.lock()}>
          {say("care_lock_now_do")}
        </Button>
      }
    >
      <Choose
        label={say("care_lock_label")}
        value={watched ? "once" : "two"}
        onChange={choose}
        choices={[
          { value: "two", title: say("care_lock_two") },
          { value: "once", title: say("care_lock_once"), hint: say("care_lock_once_hint") },
        ]}
      />
      <BackAndForth />
      <p className="soft">{say("care_lock_front")}</p>
      <p className="soft">
        {say(place?.keeps === "on-device" ? "care_lock_kept" : "care_lock_not_kept")}
      </p>
      {question}
    </Page>
  );
};
