import { useFrame, useSay } from "./frame.ts";

/** The way out, always at the same place and in reach. */
export const LeaveButton = () => {
  const { leave } = useFrame();
  const say = useSay();
  return (
    <button type="button" className="leave" aria-label={say("shell_leave_label")} onClick={leave}>
      {say("shell_leave_do")}
    </button>
  );
};
