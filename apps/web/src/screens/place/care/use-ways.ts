import { useEffect, useState } from "react";

import { useApp } from "../../../app/app-context.ts";
import { useDoorState } from "../../../app/use-door.ts";
import type { DoorError } from "../../../door/door.ts";
import type { WayIn } from "../../../door/opening.ts";

export interface Ways {
  /** `undefined` while they are looked up. */
  readonly ways: readonly WayIn[] | undefined;
  readonly error: DoorError | undefined;
  readonly look: () => void;
}

/** What opens the open place. Looked up anew when asked: adding a way is no change of the case. */
export const useWays = (): Ways => {
  const { door } = useApp();
  const { kind } = useDoorState();
  const [looks, setLooks] = useState(0);
  const [ways, setWays] = useState<readonly WayIn[]>();
  const [error, setError] = useState<DoorError>();
  useEffect(() => {
    let isCurrent = true;
    const look = async (): Promise<void> => {
      const listed = await door.keys.list();
      if (!isCurrent) return;
      if (listed.ok) setWays(listed.value);
      setError(listed.ok ? undefined : listed.error);
    };
    void look();
    return () => {
      isCurrent = false;
    };
  }, [door, kind, looks]);
  return { ways, error, look: () => setLooks((before) => before + 1) };
};
