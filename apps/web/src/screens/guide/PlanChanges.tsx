import type { PlanChange } from "@holdfast/guide";

import { useSay } from "../../app/frame.ts";
import { isolated } from "../../app/isolated.ts";
import { Button } from "../../design/components/Button.tsx";

/** What a new answer changed, said once. */
export const PlanChanges = ({
  changes,
  onSeen,
}: {
  readonly changes: readonly PlanChange[];
  readonly onSeen: () => void;
}) => {
  const say = useSay();
  return (
    <section className="stack guide-first">
      <h2>{say("guide_plan_changed_title")}</h2>
      <ul className="guide-list">
        {changes.map(({ kind, task, why }) => (
          <li key={`${kind} ${task.id}`}>
            {say(`change_${kind}`, {
              title: isolated(task.title),
              why: isolated(why.why.value),
            })}
          </li>
        ))}
      </ul>
      <Button kind="plain" onPress={onSeen}>
        {say("guide_plan_changed_ok_do")}
      </Button>
    </section>
  );
};
