import type { HelpLine } from "@holdfast/guide";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { isolated } from "../../app/isolated.ts";
import { Fold } from "../../design/components/Fold.tsx";
import { TrustWords } from "./TrustWords.tsx";
import { useHelp } from "./use-help.ts";
import "./talk.css";

/**
 * The tool that stops pictures of people under 18 from spreading, as content knows it: its name, how it works, and its site,
 * which opens only when it is pressed, beside this page, and hears nothing of it.
 */
export const TakeDown = () => {
  const say = useSay();
  const loaded = useHelp("under-18");
  switch (loaded.kind) {
    case "loading":
      return undefined;
    case "failed":
      return <p>{say("talk_failed")}</p>;
    case "loaded": {
      const tool = loaded.help.lines.find(({ line }) => line.kinds.includes("tool"));
      return tool === undefined ? undefined : <Tool tool={tool} />;
    }
  }
};

const Tool = ({ tool: { line, channels } }: { readonly tool: HelpLine }) => {
  const { lockTimer } = useApp();
  const say = useSay();
  const form = channels.find(({ channel }) => channel.kind === "form");
  if (form?.channel.kind !== "form") return undefined;
  const { url } = form.channel;
  return (
    <section className="stack-tight take-down">
      <h2>{say("take_down_title")}</h2>
      <p>{say("take_down_what", { name: isolated(line.name) })}</p>
      <p>
        <a
          className="button button-plain"
          href={url.value}
          target="_blank"
          rel="noopener noreferrer"
          onClick={lockTimer.holdUntilBack}
        >
          {say("take_down_do", { name: isolated(line.name) })}
        </a>
      </p>
      <p className="soft small">
        {say("take_down_leaves")}{" "}
        <TrustWords fact={{ trust: form.trust, checkedOn: url.checkedOn }} />
      </p>
      {line.about === undefined ? undefined : (
        <Fold title={say("take_down_how")}>
          <p>
            <bdi lang="en">
              {line.name}: {line.about.value}.
            </bdi>
          </p>
        </Fold>
      )}
    </section>
  );
};
