import { loadProfessionals, showFact } from "@holdfast/guide";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { isolated } from "../../app/isolated.ts";
import { useContent } from "../../app/use-content.ts";
import { Button } from "../../design/components/Button.tsx";
import { Fold } from "../../design/components/Fold.tsx";
import { Said, SourceOf } from "../guide/SourceOf.tsx";

/** Which kind of professional helps with what, and the helplines that lead there. */
export const Professionals = () => {
  const { navigation, today } = useApp();
  const say = useSay();
  const professionals = useContent(loadProfessionals);
  return (
    <Fold title={say("tell_professionals")}>
      {professionals === "failed" ? (
        <p role="alert">{say("tell_words_failed")}</p>
      ) : (
        <ul className="guide-reasons">
          {professionals?.map(({ id, name, helpsWith, need }) => (
            <li key={id} className="stack-tight">
              <p>
                <strong>
                  <Said>{name.value}</Said>
                </strong>
              </p>
              <p>
                <Said>{helpsWith.value}</Said>
              </p>
              <SourceOf fact={showFact(helpsWith, today())} />
              {need === undefined ? undefined : (
                <Button
                  kind="quiet"
                  label={say("tell_professionals_go_for", { name: isolated(name.value) })}
                  onPress={() => navigation.go({ screen: "talk", need })}
                >
                  {say("tell_professionals_go_do")}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Fold>
  );
};
