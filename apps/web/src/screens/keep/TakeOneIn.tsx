import { useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { sayProblem } from "../../app/say-problem.ts";
import { Ask } from "../../design/components/Ask.tsx";
import { Button } from "../../design/components/Button.tsx";
import type { DoorError } from "../../door/door.ts";
import type { FileToKeep } from "../../door/keeping.ts";
import { keepChosen } from "./left-out.ts";
import { PickFiles } from "./PickFiles.tsx";

/**
 * Care rule 4: one thing that a chat left out, chosen by itself. What speaks against it is said first; the archive is used
 * where it is still at hand, and else chosen again.
 */
export const TakeOneIn = ({
  name,
  atHand,
  member,
  onTaken,
}: {
  readonly name: string;
  readonly atHand?: FileToKeep;
  /** Where it lies in the archive, should one be chosen. */
  readonly member?: readonly string[];
  readonly onTaken?: () => void;
}) => {
  const { door } = useApp();
  const say = useSay();
  const [isAsking, setIsAsking] = useState(false);
  const [isWorking, setIsWorking] = useState(false);
  const [isTaken, setIsTaken] = useState(false);
  const [error, setError] = useState<DoorError>();
  const take = async (file: FileToKeep): Promise<void> => {
    setIsWorking(true);
    setError(undefined);
    const kept = await keepChosen(door, file);
    setIsWorking(false);
    if (!kept.ok) {
      setError(kept.error);
      return;
    }
    setIsAsking(false);
    setIsTaken(true);
    onTaken?.();
  };
  const end = (): void => {
    setIsAsking(false);
    setError(undefined);
  };
  if (isTaken) return <p role="status">{say("left_out_taken")}</p>;
  return (
    <>
      <Button kind="quiet" onPress={() => setIsAsking(true)}>
        {say("left_out_do")}
      </Button>
      {isAsking ? (
        <Ask title={say("left_out_title")} onClose={end}>
          <p>{say("left_out_why")}</p>
          <p>{say("left_out_see")}</p>
          <p>{say("left_out_young")}</p>
          {error === undefined ? undefined : <p role="alert">{sayProblem(say, error)}</p>}
          <Choice
            name={name}
            atHand={atHand}
            member={member}
            isWorking={isWorking}
            onTake={(file) => void take(file)}
          />
          <Button kind="quiet" onPress={end}>
            {say("left_out_no_do")}
          </Button>
        </Ask>
      ) : undefined}
    </>
  );
};

const Choice = ({
  name,
  atHand,
  member,
  isWorking,
  onTake,
}: {
  readonly name: string;
  readonly atHand: FileToKeep | undefined;
  readonly member: readonly string[] | undefined;
  readonly isWorking: boolean;
  readonly onTake: (file: FileToKeep) => void;
}) => {
  const say = useSay();
  const [other, setOther] = useState<File>();
  const pick = ([file]: readonly File[]): void => {
    if (file === undefined) return;
    const isArchive = /\.zip$/i.test(file.name);
    if (isArchive && member !== undefined) onTake({ file, name: file.name, member });
    else if (file.name === name) onTake({ file, name });
    // Phones give a file another name when it is saved: the person knows which one it is.
    else setOther(file);
  };
  if (other !== undefined) {
    return (
      <>
        <p>
          <bdi>{say("left_out_other_name", { name: other.name })}</bdi>
        </p>
        <Button
          kind="plain"
          onPress={() => onTake({ file: other, name: other.name })}
          isPending={isWorking}
        >
          {say("left_out_yes_do")}
        </Button>
      </>
    );
  }
  return (
    <>
      <p>
        <bdi>{say("left_out_only", { name })}</bdi>
      </p>
      {atHand === undefined ? (
        <PickFiles kind="plain" takesOne onPick={pick}>
          {say("left_out_pick_do")}
        </PickFiles>
      ) : (
        <Button kind="plain" onPress={() => onTake(atHand)} isPending={isWorking}>
          {say("left_out_yes_do")}
        </Button>
      )}
    </>
  );
};
