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
    addEventListener("keydown", handle);
    addEventListener("keyup", handle);
    return () => {
      removeEventListener("keydown", handle);
      removeEventListener("keyup", handle);
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
