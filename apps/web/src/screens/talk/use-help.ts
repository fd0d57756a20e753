import { findHelp, type Help, loadHelplines, type Need } from "@holdfast/guide";
import { useEffect, useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSession } from "../../app/use-session.ts";

export type LoadedHelp =
  | { readonly kind: "loading" }
  | { readonly kind: "failed" }
  | { readonly kind: "loaded"; readonly help: Help };

/** What helps in the chosen country. It lies in the app itself: nobody learns what was looked up. */
export const useHelp = (need: Need): LoadedHelp => {
  const { content, today } = useApp();
  const { country, young } = useSession();
  const [loaded, setLoaded] = useState<LoadedHelp>({ kind: "loading" });
  useEffect(() => {
    let isCurrent = true;
    const load = async (): Promise<void> => {
      const places = await loadHelplines(content, country);
      if (!isCurrent) return;
      if (!places.ok) {
        setLoaded({ kind: "failed" });
        return;
      }
      const help = findHelp(places.value, {
        need,
        age: young ? "under-18" : "unknown",
        ageInPictures: "unknown",
        today: today(),
      });
      setLoaded({ kind: "loaded", help });
    };
    void load();
    return () => {
      isCurrent = false;
    };
  }, [content, today, country, young, need]);
  return loaded;
};
