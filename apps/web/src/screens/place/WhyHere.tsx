import { useSay } from "../../app/frame.ts";
import { useDoorState } from "../../app/use-door.ts";
import { useKeeping } from "../keep/use-keeping.ts";

/** Why the place is closed, when something else than the person closed it; and what waits to be kept. */
export const WhyHere = () => {
  const say = useSay();
  const door = useDoorState();
  const keeping = useKeeping();
  return (
    <>
      {door.kind === "locked" && door.why === "taken-over" ? (
        <p>{say("open_taken_over")}</p>
      ) : undefined}
      {door.kind === "locked" && door.why === "worker-died" ? <p>{say("open_died")}</p> : undefined}
      {door.kind === "locked" && door.why === "place-gone" ? <p>{say("open_gone")}</p> : undefined}
      {keeping.kind === "cut-short" ? (
        <p>{say("keep_cut_short", { count: keeping.left, kept: keeping.kept })}</p>
      ) : undefined}
      {keeping.kind === "needs-opening" ? (
        <p>
          {say("open_waiting", {
            count: keeping.pending.files.length + keeping.pending.texts.length,
          })}
        </p>
      ) : undefined}
    </>
  );
};
