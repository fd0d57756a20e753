import { useEffect, useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Ask } from "../../design/components/Ask.tsx";
import { Button } from "../../design/components/Button.tsx";
import type { GivenOrigin } from "../../door/keeping.ts";

/**
 * What is asked in one tap before files are kept: how a picture came here, since its record says so for ever; and, at the
 * first chat, whether they ever met, since what a stranger sent is left out unless it is chosen (care rule 4).
 */
export const BeforeKeeping = ({
  files,
  onEnd,
}: {
  readonly files: readonly File[];
  readonly onEnd: () => void;
}) => {
  const { keeping } = useApp();
  const asksForStrangers = useAsksForStrangers(files);
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
    if (asksForStrangers === "no" && !hasPictures) begin(undefined);
    // Asked once for what was chosen; `begin` is new at every drawing.
  }, [asksForStrangers, hasPictures]);
  if (asksForStrangers === "looking") return undefined;
  if (asksForStrangers === "yes") return <StrangersQuestion onEnd={onEnd} />;
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

type Asks = "looking" | "yes" | "no";

const useAsksForStrangers = (files: readonly File[]): Asks => {
  const { door } = useApp();
  const hasChat = files.some(({ name }) => /\.zip$/i.test(name));
  const [asks, setAsks] = useState<Asks>(hasChat ? "looking" : "no");
  const isOpen = door.state().kind === "open";
  useEffect(() => {
    if (!hasChat) return undefined;
    let isCurrent = true;
    const look = async (): Promise<void> => {
      const read = isOpen ? await door.see.readCase() : undefined;
      if (!isCurrent) return;
      setAsks(read?.ok === true && read.value.facts.strangers === undefined ? "yes" : "no");
    };
    void look();
    return door.subscribe(() => void look());
  }, [door, hasChat, isOpen]);
  return asks;
};

const StrangersQuestion = ({ onEnd }: { readonly onEnd: () => void }) => {
  const { door } = useApp();
  const say = useSay();
  const answer = async (strangers: boolean): Promise<void> => {
    const read = await door.see.readCase();
    if (read.ok) await door.see.setFacts({ ...read.value.facts, strangers });
  };
  return (
    <Ask title={say("strangers_title")} onClose={onEnd}>
      <p className="soft">{say("strangers_why")}</p>
      <div className="stack-tight ask-actions">
        <Button kind="plain" onPress={() => void answer(false)}>
          {say("strangers_met_do")}
        </Button>
        <Button kind="plain" onPress={() => void answer(true)}>
          {say("strangers_never_do")}
        </Button>
      </div>
    </Ask>
  );
};
