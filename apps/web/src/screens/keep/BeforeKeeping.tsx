import { useEffect } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Ask } from "../../design/components/Ask.tsx";
import { Button } from "../../design/components/Button.tsx";
import type { GivenOrigin } from "../../door/keeping.ts";

/** What is asked in one tap before files are kept: how a picture came here, since its record says so for ever. */
export const BeforeKeeping = ({
  files,
  onEnd,
}: {
  readonly files: readonly File[];
  readonly onEnd: () => void;
}) => {
  const { keeping } = useApp();
  const begin = (origin: GivenOrigin | undefined): void => {
    onEnd();
    void keeping.begin({
      files: files.map((file) => ({
        file,
        name: file.name,
        ...(origin === undefined ? {} : { origin }),
      })),
    });
  };
  const hasPictures = files.some(({ type }) => /^(?:image|video|audio)\//.test(type));
  useEffect(() => {
    if (!hasPictures) begin(undefined);
    // Asked once for what was chosen; `begin` is new at every drawing.
  }, [hasPictures]);
  return hasPictures ? <OriginQuestion onChoose={begin} onEnd={onEnd} /> : undefined;
};

const OriginQuestion = ({
  onChoose,
  onEnd,
}: {
  readonly onChoose: (origin: GivenOrigin | undefined) => void;
  readonly onEnd: () => void;
}) => {
  const say = useSay();
  return (
    <Ask title={say("origin_title")} onClose={onEnd}>
      <div className="stack-tight ask-actions">
        <Button kind="plain" onPress={() => onChoose("captured-here")}>
          {say("origin_here_do")}
        </Button>
        <Button kind="plain" onPress={() => onChoose("imported")}>
          {say("origin_received_do")}
        </Button>
        <Button kind="plain" onPress={() => onChoose("from-other-person")}>
          {say("origin_person_do")}
        </Button>
        <Button kind="quiet" onPress={() => onChoose(undefined)}>
          {say("shell_i_dont_know_do")}
        </Button>
      </div>
    </Ask>
  );
};
