import { utcInstantWords } from "@holdfast/words";
import { useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { sayProblem } from "../../app/say-problem.ts";
import { Button } from "../../design/components/Button.tsx";
import { Fold } from "../../design/components/Fold.tsx";
import type { DoorError } from "../../door/door.ts";
import type { StampAccepted } from "../../door/giving.ts";
import { PickFiles } from "../keep/PickFiles.tsx";
import { holdUntilBack, saveFile } from "./hand-over.ts";

type Stamp =
  | { readonly kind: "none" }
  | { readonly kind: "asked" }
  | { readonly kind: "accepted"; readonly stamp: StampAccepted };

/** The request out, the answer in. Nothing is sent from here; what goes out with it is said first. */
export const StampFold = ({ bag }: { readonly bag: string }) => {
  const { door, lockTimer } = useApp();
  const say = useSay();
  const [stamp, setStamp] = useState<Stamp>({ kind: "none" });
  const [error, setError] = useState<DoorError>();
  const ask = async (): Promise<void> => {
    const request = await door.give.timestampRequest({ kind: "bag", bag });
    setError(request.ok ? undefined : request.error);
    if (!request.ok) return;
    holdUntilBack(lockTimer);
    saveFile(request.value.file);
    setStamp({ kind: "asked" });
  };
  const accept = async (response: Blob): Promise<void> => {
    const accepted = await door.give.timestampResponse(response);
    setError(accepted.ok ? undefined : accepted.error);
    if (accepted.ok) setStamp({ kind: "accepted", stamp: accepted.value });
  };
  return (
    <Fold title={say("stamp_title")}>
      <p>{say("stamp_lead")}</p>
      <p>{say("stamp_reveals")}</p>
      <Button onPress={() => void ask()}>{say("stamp_ask_do")}</Button>
      <div role="status" className="stack-tight">
        {stamp.kind === "asked" ? <p>{say("stamp_asked")}</p> : undefined}
        {stamp.kind === "accepted" ? <Accepted stamp={stamp.stamp} /> : undefined}
      </div>
      {error === undefined ? undefined : <p role="alert">{sayProblem(say, error)}</p>}
      {stamp.kind === "accepted" ? undefined : (
        <PickFiles
          kind="plain"
          takesOne
          onPick={([answer]) => {
            if (answer !== undefined) void accept(answer);
          }}
        >
          {say("stamp_answer_do")}
        </PickFiles>
      )}
    </Fold>
  );
};

const Accepted = ({ stamp }: { readonly stamp: StampAccepted }) => {
  const say = useSay();
  return (
    <>
      <p>
        {say("stamp_accepted", {
          authority: stamp.authority,
          when: utcInstantWords(stamp.genTime),
        })}
      </p>
      {stamp.root === "unknown" ? <p>{say("stamp_root_unknown")}</p> : undefined}
      <p>{say("stamp_kept")}</p>
    </>
  );
};
