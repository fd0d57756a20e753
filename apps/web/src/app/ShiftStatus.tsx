import { useEffect, useState } from "react";

import { useSay } from "./frame.ts";
import { createShiftCounter, type ShiftCount } from "./shift-three-times.ts";

/** Listens for Shift three times, and says how many more are needed to whoever cannot see it. */
export const ShiftStatus = ({ onLeave }: { readonly onLeave: () => void }) => {
  const say = useSay();
  const [count, setCount] = useState<ShiftCount>();
  useEffect(() => {
    const handle = createShiftCounter({
      onCount: setCount,
      onLeave,
      startTimer: (durationMs, elapsed) => {
        const timer = setTimeout(elapsed, durationMs);
        return () => clearTimeout(timer);
      },
    });
    // Before anything on the page hears of it: a field or a button may keep its keys for itself.
    addEventListener("keydown", handle, { capture: true });
    addEventListener("keyup", handle, { capture: true });
    return () => {
      removeEventListener("keydown", handle, { capture: true });
      removeEventListener("keyup", handle, { capture: true });
    };
  }, [onLeave]);
  return (
    <span className="unseen" role="status">
      {count === undefined
        ? ""
        : count.kind === "expired"
          ? say("shell_leave_expired")
          : say(count.left === 2 ? "shell_leave_press_two" : "shell_leave_press_one")}
    </span>
  );
};
