import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import type { LineChoice } from "../../design/components/Lines.tsx";
import { hasBegun, useGuide } from "./use-guide.ts";

/** The ways into the guide: where somebody left off, or its beginning. */
export const useGuideLines = (): readonly LineChoice[] => {
  const { navigation } = useApp();
  const say = useSay();
  const state = useGuide();
  if (!hasBegun(state)) {
    return [
      {
        id: "guide",
        title: say("guide_line_do"),
        hint: say("guide_line_hint"),
        onPress: () => navigation.go({ screen: "guide-text" }),
      },
    ];
  }
  return [
    {
      id: "plan",
      title: say("guide_plan_home_do"),
      hint: say("guide_plan_home_hint"),
      onPress: () => navigation.go({ screen: "plan" }),
    },
    {
      id: "letter",
      title: say("guide_line_again_do"),
      hint: say("guide_line_again_hint"),
      onPress: () => navigation.go({ screen: "guide-letter" }),
    },
  ];
};
