import { type CaptureAdvice, coachCapture, loadCaptureCoach, platformIds } from "@holdfast/guide";
import { useEffect, useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { useDoorState } from "../../app/use-door.ts";
import { useSession } from "../../app/use-session.ts";
import { Lines } from "../../design/components/Lines.tsx";
import { CoachAdvice } from "./CoachAdvice.tsx";
import { usePlatformNames } from "./use-platform-names.ts";

/** Which app it is in. */
export const CoachScreen = () => {
  const { navigation } = useApp();
  const say = useSay();
  const names = usePlatformNames();
  return (
    <Page title={say("coach_title")} lead={say("coach_lead")}>
      <Lines
        size="small"
        label={say("coach_title")}
        choices={[...platformIds, "any" as const].map((id) => ({
          id,
          title: id === "any" ? say("coach_any") : <bdi>{names[id] ?? id}</bdi>,
          onPress: () => navigation.go({ screen: "coach-for", platform: id }),
        }))}
      />
    </Page>
  );
};

/** How to save from one app: what to do in order, what must be seen, who may notice, what goes by itself. */
export const CoachForScreen = ({ platform }: { readonly platform: string }) => {
  const say = useSay();
  const advice = useAdvice(platform);
  if (advice === "loading") return <Page title={say("coach_title")} lead={say("shell_loading")} />;
  if (advice === "failed") return <Page title={say("coach_title")} lead={say("coach_failed")} />;
  return <CoachAdvice advice={advice} />;
};

const useAdvice = (platform: string): CaptureAdvice | "loading" | "failed" => {
  const { content, today } = useApp();
  const door = useDoorState();
  const { young } = useSession();
  // Before the question was answered the coach speaks of words and pictures: nothing is kept without the answer.
  const pictures =
    young || (door.kind === "open" && door.place.pictures === "protected")
      ? "protected"
      : "all-adult";
  const [advice, setAdvice] = useState<CaptureAdvice | "loading" | "failed">("loading");
  useEffect(() => {
    let isCurrent = true;
    const load = async (): Promise<void> => {
      const coach = await loadCaptureCoach(content, platform);
      if (!isCurrent) return;
      setAdvice(coach.ok ? coachCapture(coach.value, { pictures, today: today() }) : "failed");
    };
    void load();
    return () => {
      isCurrent = false;
    };
  }, [content, today, platform, pictures]);
  return advice;
};
