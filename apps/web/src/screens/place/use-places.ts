import { useEffect, useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { useDoorState } from "../../app/use-door.ts";
import type { PlaceSummary } from "../../door/places.ts";

/** The places of this browser; `undefined` while they are looked up. Looked up anew when one was opened or closed. */
export const usePlaces = (): readonly PlaceSummary[] | undefined => {
  const { door } = useApp();
  const state = useDoorState();
  const { kind } = state;
  const [looks, setLooks] = useState(0);
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
    // The state is another object whenever something changed, in another window too.
  }, [door, state, looks]);
  useLookAgain(places, kind, () => setLooks(looks + 1));
  return places;
};

/** Another window that has a place open may close it: looked at now and then, while it is shown as open elsewhere. */
const useLookAgain = (
  places: readonly PlaceSummary[] | undefined,
  kind: string,
  look: () => void,
): void => {
  const isElsewhere = kind === "locked" && places?.some(({ isOpen }) => isOpen) === true;
  useEffect(() => {
    if (!isElsewhere) return undefined;
    const timer = setTimeout(look, 700);
    return () => clearTimeout(timer);
  });
};
