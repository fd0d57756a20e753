import { useState } from "react";

import { useFrame, useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { Button } from "../../design/components/Button.tsx";
import { Check } from "../../design/components/Check.tsx";
import { routeAfterGates } from "./two-minute-road.ts";
import "./gates.css";

/**
 * Three questions on one screen, skippable. The answers stay in memory. To skip means "none of these": with a tick there is
 * one way on, so that no answer can be dropped by the wrong button.
 */
export const GatesScreen = () => {
  const { navigation, session } = useFrame();
  const say = useSay();
  const [danger, setDanger] = useState(session.read().danger);
  const [watched, setWatched] = useState(session.read().watched);
  const [young, setYoung] = useState(session.read().young);
  const answer = (): void => {
    session.change({ danger, watched, young, gatesAnswered: true });
    navigation.go(routeAfterGates({ danger, watched, young }, undefined));
  };
  const isAnyTicked = danger || watched || young;
  return (
    <Page
      title={say("gates_title")}
      lead={say("gates_lead")}
      actions={
        <>
          <Button kind="primary" onPress={answer}>
            {say("shell_go_on_do")}
          </Button>
          {/* Its place stays free, so that "Go on" stays where the thumb is. */}
          <div className={isAnyTicked ? "gates-skip gates-skip-gone" : "gates-skip"}>
            <Button kind="quiet" onPress={answer}>
              {say("shell_skip_do")}
            </Button>
          </div>
        </>
      }
    >
      <div className="checks">
        <Check isSelected={danger} onChange={setDanger}>
          {say("gates_danger")}
        </Check>
        <Check isSelected={watched} onChange={setWatched}>
          {say("gates_watched")}
        </Check>
        <Check isSelected={young} onChange={setYoung}>
          {say("gates_young")}
        </Check>
      </div>
      <p className="soft small">{say("gates_not_kept")}</p>
    </Page>
  );
};
