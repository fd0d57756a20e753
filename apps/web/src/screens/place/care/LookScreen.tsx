import { useApp } from "../../../app/app-context.ts";
import { useFace } from "../../../app/face-choice.ts";
import { type Face, faces, titleOfFace } from "../../../app/faces.ts";
import { useSay } from "../../../app/frame.ts";
import { Page } from "../../../app/Page.tsx";
import { useSession } from "../../../app/use-session.ts";
import { Choose } from "../../../design/components/Choose.tsx";
import { InstallAdvice } from "./InstallAdvice.tsx";
import { StoragePromise } from "./StoragePromise.tsx";

const names = {
  notes: "care_look_notes",
  recipes: "care_look_recipes",
  weather: "care_look_weather",
  study: "care_look_study",
} as const satisfies Record<Face, string>;

/** What somebody else sees of it: name, picture, home screen; and what the browser promises. */
export const LookScreen = () => {
  const { face: choice } = useApp();
  const say = useSay();
  const { keeping } = useSession();
  const face = useFace();
  const stays = keeping !== "nothing";
  return (
    <Page title={say("care_look_title")} lead={say("care_look_lead")}>
      {choice.isFixed ? (
        <p>{say("care_look_fixed", { face: titleOfFace(face) })}</p>
      ) : (
        <>
          <Choose
            label={say("care_look_label")}
            value={face}
            onChange={(chosen) => choice.choose(chosen, { stays })}
            choices={faces.map((value) => ({ value, title: say(names[value]) }))}
          />
          <p>{say("care_look_before")}</p>
          <p className="soft small">{say(stays ? "care_look_kept" : "care_look_not_kept")}</p>
        </>
      )}
      <InstallAdvice />
      {stays ? <StoragePromise /> : undefined}
    </Page>
  );
};
