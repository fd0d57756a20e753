import { loadCaptureCoach, platformIds } from "@holdfast/guide";
import { useEffect, useState } from "react";

import { useApp } from "../../app/app-context.ts";

/** The platforms' own names; all of them lie in the app, none is asked for by itself. */
export const usePlatformNames = (): Readonly<Record<string, string>> => {
  const { content } = useApp();
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  useEffect(() => {
    let isCurrent = true;
    const load = async (): Promise<void> => {
      const found: Record<string, string> = {};
      for (const id of platformIds) {
        const coach = await loadCaptureCoach(content, id);
        if (coach.ok && coach.value.platform !== undefined) found[id] = coach.value.platform.name;
      }
      if (isCurrent) setNames(found);
    };
    void load();
    return () => {
      isCurrent = false;
    };
  }, [content]);
  return names;
};
