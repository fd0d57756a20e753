import { useEffect, useState } from "react";

/** Whole seconds that are left until a moment by the device's clock; 0 when it is past. */
export const useSecondsUntil = (moment: number): number => {
  const [now, setNow] = useState(() => Date.now());
  const isWaiting = moment > now;
  useEffect(() => {
    setNow(Date.now());
    if (!isWaiting) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [moment, isWaiting]);
  return Math.max(0, Math.ceil((moment - now) / 1_000));
};
