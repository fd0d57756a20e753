import { loadProfessionals, type Professional, showFact } from "@holdfast/guide";
import { useEffect, useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Button } from "../../design/components/Button.tsx";
import { Fold } from "../../design/components/Fold.tsx";
import { Said, SourceOf } from "../guide/SourceOf.tsx";

/** Which kind of professional helps with what, and the helplines that lead there. */
export const Professionals = () => {
  const { content, navigation, today } = useApp();
  const say = useSay();
  const [professionals, setProfessionals] = useState<readonly Professional[] | "failed">([]);
  useEffect(() => {
    let isCurrent = true;
    const load = async (): Promise<void> => {
      const loaded = await loadProfessionals(content);
      if (isCurrent) setProfessionals(loaded.ok ? loaded.value : "failed");
    };
    void load();
    return () => {
      isCurrent = false;
    };
  }, [content]);
  return (
    <Fold title={say("tell_professionals")}>
      {professionals === "failed" ? (
        <p role="alert">{say("tell_words_failed")}</p>
      ) : (
        <ul className="guide-reasons">
          {professionals.map(({ id, name, helpsWith, need }) => (
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
                  label={say("tell_professionals_go_for", { name: `\u2068${name.value}\u2069` })}
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
