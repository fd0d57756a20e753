import { type HelpLine, type Need, showFact } from "@holdfast/guide";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Fold } from "../../design/components/Fold.tsx";
import { HelpChannels } from "./HelpChannels.tsx";
import { LineFacts } from "./LineFacts.tsx";
import { TrustWords } from "./TrustWords.tsx";
import { useHelp } from "./use-help.ts";
import "./talk.css";

/** The lines for one need, the surest first; what is beyond `most` stands in a fold. */
export const HelpLines = ({ need, most = 6 }: { readonly need: Need; readonly most?: number }) => {
  const say = useSay();
  const loaded = useHelp(need);
  switch (loaded.kind) {
    case "loading":
      return <p className="soft">{say("shell_loading")}</p>;
    case "failed":
      return <p>{say("talk_failed")}</p>;
    case "loaded": {
      const { lines, notes } = loaded.help;
      const hasNone = notes.some(({ code }) => code === "no_line_here");
      return (
        <>
          <p className="soft small">{say("talk_leaves")}</p>
          {hasNone ? <p className="soft">{say("talk_none")}</p> : undefined}
          <ul className="help-lines">
            {lines.slice(0, most).map((line) => (
              <Line key={line.line.id} line={line} />
            ))}
          </ul>
          {lines.length > most ? (
            <Fold title={say("talk_more")}>
              <ul className="help-lines">
                {lines.slice(most).map((line) => (
                  <Line key={line.line.id} line={line} />
                ))}
              </ul>
            </Fold>
          ) : undefined}
        </>
      );
    }
  }
};

const Line = ({ line: { line, channels, from } }: { readonly line: HelpLine }) => {
  const { today } = useApp();
  const say = useSay();
  const about = line.about === undefined ? undefined : showFact(line.about, today());
  const isFree =
    line.cost?.value === "free" && showFact(line.cost, today()).trust !== "not-checked";
  return (
    <li className="help-line">
      <h3>
        <bdi lang="en">{line.name}</bdi>
      </h3>
      {about === undefined ? undefined : (
        <p className="soft">
          <bdi lang="en">{about.value}</bdi>{" "}
          {about.trust === "checked" ? undefined : (
            <span className="small">
              <TrustWords fact={about} />
            </span>
          )}
        </p>
      )}
      {isFree || from === "world" ? (
        <p className="soft small">
          {isFree ? say("talk_cost_free") : undefined}{" "}
          {from === "world" ? say("talk_everywhere") : undefined}
        </p>
      ) : undefined}
      <HelpChannels line={line} channels={channels} />
      <Fold title={say("talk_about_line")}>
        <LineFacts line={line} />
      </Fold>
    </li>
  );
};
