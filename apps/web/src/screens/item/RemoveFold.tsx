import type { Exhibit } from "@holdfast/evidence";
import { useState } from "react";

import { isolated } from "../../app/isolated.ts";
import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { sayProblem } from "../../app/say-problem.ts";
import { Ask } from "../../design/components/Ask.tsx";
import { Button } from "../../design/components/Button.tsx";
import { Fold } from "../../design/components/Fold.tsx";
import { Lines } from "../../design/components/Lines.tsx";
import type { DoorError } from "../../door/door.ts";

/** Two ways of not having it any more, and what each of them means, said before. */
export const RemoveFold = ({
  exhibit,
  isLocked,
}: {
  readonly exhibit: Exhibit;
  readonly isLocked: boolean;
}) => {
  const { door, navigation } = useApp();
  const say = useSay();
  const [asking, setAsking] = useState<"withdraw" | "erase">();
  const [isWorking, setIsWorking] = useState(false);
  const [error, setError] = useState<DoorError>();
  const remove = async (how: "withdraw" | "erase"): Promise<void> => {
    setIsWorking(true);
    const done = await door.keep[how](exhibit.id);
    setIsWorking(false);
    setAsking(undefined);
    if (done.ok) navigation.back();
    else setError(done.error);
  };
  return (
    <Fold title={say("item_remove_title")}>
      <Lines
        size="small"
        choices={[
          ...(exhibit.withdrawn
            ? []
            : [
                {
                  id: "withdraw",
                  title: say("item_withdraw_do"),
                  hint: say("item_withdraw_hint"),
                  onPress: () => setAsking("withdraw"),
                },
              ]),
          {
            id: "erase",
            title: say("item_erase_do"),
            hint: say("item_erase_hint"),
            onPress: () => setAsking("erase"),
          },
        ]}
      />
      {error === undefined ? undefined : <p role="alert">{sayProblem(say, error)}</p>}
      {asking === undefined ? undefined : (
        <Ask title={say(`item_${asking}_ask`)} onClose={() => setAsking(undefined)}>
          <p>
            {say(
              asking === "erase" && isLocked ? "item_erase_ask_locked" : `item_${asking}_ask_words`,
              { name: isolated(exhibit.originalName) },
            )}
          </p>
          <div className="stack-tight ask-actions">
            <Button kind="plain" isPending={isWorking} onPress={() => void remove(asking)}>
              {say(`item_${asking}_do`)}
            </Button>
            <Button kind="quiet" onPress={() => setAsking(undefined)}>
              {say("shell_not_now_do")}
            </Button>
          </div>
        </Ask>
      )}
    </Fold>
  );
};
