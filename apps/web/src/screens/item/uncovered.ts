import { createContext, useContext, useEffect, useMemo, useState } from "react";

/** Which picture is not blurred: one at a time, and none after the page went out of sight. */
export interface Uncovered {
  readonly id: string | undefined;
  readonly show: (id: string | undefined) => void;
}

export const UncoveredContext = createContext<Uncovered>({ id: undefined, show: () => undefined });

export const useUncoveredPicture = (): Uncovered => useContext(UncoveredContext);

export const useUncovered = (): Uncovered => {
  const [id, show] = useState<string>();
  useEffect(() => {
    const cover = (): void => {
      if (document.visibilityState === "hidden") show(undefined);
    };
    document.addEventListener("visibilitychange", cover);
    return () => document.removeEventListener("visibilitychange", cover);
  }, []);
  return useMemo(() => ({ id, show }), [id]);
};
