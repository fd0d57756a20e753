import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Button } from "../../design/components/Button.tsx";

/** On every screen of the guide, quiet: somebody to talk to, and a breath. It locks nothing (care rule 16). */
export const GuideAfter = () => {
  const { navigation } = useApp();
  const say = useSay();
  return (
    <div className="guide-after">
      <Button kind="quiet" onPress={() => navigation.go({ screen: "breath" })}>
        {say("breath_do")}
      </Button>
    </div>
  );
};
