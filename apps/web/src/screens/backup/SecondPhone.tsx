import { useSay } from "../../app/frame.ts";
import { Fold } from "../../design/components/Fold.tsx";

/** How the file becomes a place on another phone, step by step. */
export const SecondPhone = () => {
  const say = useSay();
  return (
    <Fold title={say("backup_second_title")}>
      <ol>
        <li>{say("backup_second_1")}</li>
        <li>{say("backup_second_2")}</li>
        <li>{say("backup_second_3")}</li>
        <li>{say("backup_second_4")}</li>
      </ol>
      <p>{say("backup_second_note")}</p>
    </Fold>
  );
};
