import { useEffect, useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { useDoorState } from "../../app/use-door.ts";
import type { PlaceSummary } from "../../door/places.ts";

/** The places of this browser; `undefined` while they are looked up. Looked up anew when one was opened or closed. */
export const usePlaces = (): readonly PlaceSummary[] | undefined => {
  const { door } = useApp();
  const { kind } = useDoorState();
  const [places, setPlaces] = useState<readonly PlaceSummary[]>();
  useEffect(() => {
    let isCurrent = true;
    const look = async (): Promise<void> => {
      const listed = await door.places.list();
      // A browser that stores nothing has no place of ours.
      if (isCurrent) setPlaces(listed.ok ? listed.value : []);
    };
    void look();
    return () => {
      isCurrent = false;
    };
  }, [door, kind]);
  return places;
};
