import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import type { LineChoice } from "../../design/components/Lines.tsx";

/** Somebody to turn to; it locks nothing (care rule 16). */
export const useSelfHarmLine = (): LineChoice => {
  const { navigation } = useApp();
  const say = useSay();
  return {
    id: "self-harm",
    title: say("guide_self_harm_do"),
    hint: say("guide_self_harm_hint"),
    onPress: () => navigation.go({ screen: "talk", need: "self-harm" }),
  };
};
