import type { AppMessageCode } from "@holdfast/words";
import { useState } from "react";

import { isolated } from "../../app/isolated.ts";
import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Button } from "../../design/components/Button.tsx";
import { holdUntilBack, saveFile, shareFile } from "./hand-over.ts";

/** Saves a file, or hands it to the phone's share sheet where there is one that takes it. */
export const SaveOrShare = ({
  file,
  isSaved,
  onSaved,
  says,
  canShare,
}: {
  readonly file: File;
  readonly isSaved: boolean;
  readonly onSaved: () => void;
  readonly says: { readonly save: AppMessageCode; readonly share: AppMessageCode };
  readonly canShare: boolean;
}) => {
  const { lockTimer } = useApp();
  const say = useSay();
  const [said, setSaid] = useState("");
  const save = (): void => {
    holdUntilBack(lockTimer);
    saveFile(file);
    setSaid(say("give_saved", { name: isolated(file.name) }));
    onSaved();
  };
  const share = async (): Promise<void> => {
    holdUntilBack(lockTimer);
    const shared = await shareFile(file);
    setSaid(
      shared === "closed" ? "" : say(`give_${shared === "shared" ? "shared" : "share_failed"}`),
    );
    if (shared === "shared") onSaved();
  };
  return (
    <>
      <p className="small" role="status">
        {said}
      </p>
      <Button kind={isSaved ? "plain" : "primary"} onPress={save}>
        {say(says.save)}
      </Button>
      {canShare ? <Button onPress={() => void share()}>{say(says.share)}</Button> : undefined}
    </>
  );
};
