import type { HelpLine, Need } from "@holdfast/guide";

import { useSay } from "../../app/frame.ts";
import { Fold } from "../../design/components/Fold.tsx";
import { HelpChannels } from "./HelpChannels.tsx";
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
  const say = useSay();
  return (
    <li className="help-line">
      <h3>
        <bdi lang="en">{line.name}</bdi>
      </h3>
      {line.about === undefined ? undefined : (
        <p className="soft">
          <bdi lang="en">{line.about.value}</bdi>
        </p>
      )}
      <HelpChannels line={line} channels={channels} />
      <p className="soft small">
        {[
          ...(line.cost?.value === "free" ? [say("talk_free")] : []),
          ...(line.showsOnBill?.value === true ? [say("talk_bill")] : []),
          ...(from === "world" ? [say("talk_everywhere")] : []),
        ].join(" · ")}
      </p>
    </li>
  );
};
