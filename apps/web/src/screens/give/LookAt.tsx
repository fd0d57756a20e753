import type { Exhibit } from "@holdfast/evidence";
import { useEffect, useState } from "react";

import { isolated } from "../../app/isolated.ts";
import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { sayProblem } from "../../app/say-problem.ts";
import { Button } from "../../design/components/Button.tsx";
import type { DoorError } from "../../door/door.ts";

type Seen =
  | { readonly kind: "hidden" }
  | { readonly kind: "loading" }
  | { readonly kind: "shown"; readonly blob: Blob }
  | { readonly kind: "failed"; readonly error: DoorError };

/** A picture is shown when it is asked for, one by one, and is gone from the page when it is hidden. */
export const LookAt = ({ exhibit }: { readonly exhibit: Exhibit }) => {
  const { door } = useApp();
  const say = useSay();
  const [seen, setSeen] = useState<Seen>({ kind: "hidden" });
  const show = async (): Promise<void> => {
    setSeen({ kind: "loading" });
    const bytes = await door.see.bytes({ exhibit: exhibit.id });
    setSeen(
      bytes.ok ? { kind: "shown", blob: bytes.value.blob } : { kind: "failed", error: bytes.error },
    );
  };
  const name = exhibit.originalName;
  if (seen.kind === "shown") {
    return (
      <div className="give-look">
        <Picture blob={seen.blob} name={name} />
        <Button kind="quiet" onPress={() => setSeen({ kind: "hidden" })}>
          {say("give_look_away_do")}
        </Button>
      </div>
    );
  }
  return (
    <div className="give-look">
      {seen.kind === "failed" ? <p role="alert">{sayProblem(say, seen.error)}</p> : undefined}
      <Button
        kind="quiet"
        onPress={() => void show()}
        isPending={seen.kind === "loading"}
        label={`${say("give_look_do")}: ${isolated(name)}`}
      >
        {say("give_look_do")}
      </Button>
    </div>
  );
};

const Picture = ({ blob, name }: { readonly blob: Blob; readonly name: string }) => {
  const url = useObjectUrl(blob);
  return url === undefined ? undefined : (
    <img className="give-picture" src={url} alt={isolated(name)} />
  );
};

const useObjectUrl = (blob: Blob): string | undefined => {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return url;
};
