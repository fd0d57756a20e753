import { useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Button } from "../../design/components/Button.tsx";
import { holdUntilBack } from "./hand-over.ts";

/** Puts words where they can be pasted elsewhere. The place stays open meanwhile: pasting them is the work. */
export const CopyDo = ({ text }: { readonly text: string }) => {
  const { lockTimer } = useApp();
  const say = useSay();
  const [said, setSaid] = useState("");
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // The browser does not let a page copy: the words can still be marked by hand.
      setSaid(say("problem_not_permitted"));
      return;
    }
    holdUntilBack(lockTimer);
    setSaid(say("shell_copied"));
  };
  return (
    <div className="row">
      <Button onPress={() => void copy()}>{say("shell_copy_do")}</Button>
      <span role="status">{said}</span>
    </div>
  );
};
