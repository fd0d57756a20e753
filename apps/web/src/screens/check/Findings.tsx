import type { Finding } from "@holdfast/verify";
import { findingGroupTitles, findingSentence, groupHex, severityMessages } from "@holdfast/words";
import { useState } from "react";

import { useSay } from "../../app/frame.ts";
import { Button } from "../../design/components/Button.tsx";
import { Fold } from "../../design/components/Fold.tsx";
import { type FoundGroup, groupFindings } from "./group-findings.ts";

/** More would only be scrolled past; a button shows them all. */
const shownAtFirst = 50;

/** Every finding with its place; a part with something that does not fit is open. */
export const Findings = ({ findings }: { readonly findings: readonly Finding[] }) => {
  const say = useSay();
  const faults = findings.filter(({ severity }) => severity === "fault").length;
  return (
    <section className="check-folds">
      <h2>{say("check_found_title")}</h2>
      <p>{say("check_found", { count: faults })}</p>
      {groupFindings(findings).map((found) => (
        <Group key={found.group} found={found} />
      ))}
      {findings.length === 0 ? undefined : <p className="soft small">{say("check_experts")}</p>}
    </section>
  );
};

const Group = ({ found: { group, findings, faults } }: { readonly found: FoundGroup }) => {
  const say = useSay();
  const [isAll, setIsAll] = useState(false);
  const title = findingGroupTitles[group];
  const shown = isAll ? findings : findings.slice(0, shownAtFirst);
  return (
    <Fold
      isOpen={faults > 0}
      title={
        faults > 0
          ? say("check_group_faults", { title, faults })
          : say("check_group", { title, count: findings.length })
      }
    >
      <ul className="findings">
        {shown.map((finding, index) => (
          // Findings have no name of their own, and their list is not changed.
          // oxlint-disable-next-line react/no-array-index-key -- the list stays as it is
          <Found key={index} finding={finding} />
        ))}
      </ul>
      {shown.length === findings.length ? undefined : (
        <Button kind="quiet" onPress={() => setIsAll(true)}>
          {say("check_more_do")}
        </Button>
      )}
    </Fold>
  );
};

const Found = ({ finding }: { readonly finding: Finding }) => {
  const say = useSay();
  const { path, line, seq } = finding.place;
  const numbers = Object.entries(finding.params).filter(
    ([, value]) => typeof value === "string" && /^[0-9a-f]{32,}$/.test(value),
  );
  return (
    <li className={`finding finding-${finding.severity}`}>
      <span className="small soft">{severityMessages[finding.severity]}</span>
      <span>{findingSentence(finding.code, finding.params)}</span>
      {path === undefined ? undefined : (
        <span className="small">
          <bdi className="exact">{path}</bdi>
          {line === undefined ? "" : `, ${say("check_line", { line })}`}
          {seq === undefined ? "" : `, ${say("check_entry", { seq })}`}
        </span>
      )}
      {numbers.map(([name, value]) => (
        <span key={name} className="small exact" translate="no">
          {groupHex(String(value))}
        </span>
      ))}
    </li>
  );
};
