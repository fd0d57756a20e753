import type { Finding } from "@holdfast/verify";
import { findingGroupTitles, findingSentence, groupHex, severityMessages } from "@holdfast/words";
import { useState } from "react";

import { useSay } from "../../app/frame.ts";
import { isolated } from "../../app/isolated.ts";
import { Button } from "../../design/components/Button.tsx";
import { Fold } from "../../design/components/Fold.tsx";
import { type FoundGroup, groupFindings } from "./group-findings.ts";
import { hasMoreToKnow, plainFaults, type PlainPart } from "./plain-faults.ts";

/** More would only be scrolled past; a button shows them all. */
const shownAtFirst = 50;

/** Of one part, in plain words. Whoever needs each of them opens the list for experts. */
const placesShown = 8;

/** What does not fit, in plain words. */
export const Findings = ({ findings }: { readonly findings: readonly Finding[] }) => {
  const say = useSay();
  const faults = findings.filter(({ severity }) => severity === "fault").length;
  return (
    <section className="check-folds">
      <h2>{say("check_found_title")}</h2>
      <p>{say("check_found", { count: faults })}</p>
      {plainFaults(findings).map((part) => (
        <Part key={part.title} part={part} />
      ))}
      {hasMoreToKnow(findings) ? <p>{say("check_more_to_know")}</p> : undefined}
      <ExpertFindings findings={findings} />
    </section>
  );
};

/** The words of care.md 27 do not hold in here: an expert looks for those of the field. */
export const ExpertFindings = ({ findings }: { readonly findings: readonly Finding[] }) => {
  const say = useSay();
  return findings.length === 0 ? undefined : (
    <Fold title={say("check_experts_title")}>
      <p className="soft small">{say("check_experts")}</p>
      <div className="check-folds">
        {groupFindings(findings).map((found) => (
          <Group key={found.group} found={found} />
        ))}
      </div>
    </Fold>
  );
};

const Part = ({ part: { title, places } }: { readonly part: PlainPart }) => {
  const say = useSay();
  const more = places.length - placesShown;
  return (
    <>
      <h3>{say(title)}</h3>
      {places.length === 0 ? <p>{say("check_part_some")}</p> : undefined}
      <ul className="findings">
        {places.slice(0, placesShown).map(({ path, what }) => (
          <li key={path} className="finding finding-fault">
            <bdi className="small exact">{path}</bdi>
            <span>{say(what)}</span>
          </li>
        ))}
      </ul>
      {more > 0 ? <p>{say("check_places_more", { count: more })}</p> : undefined}
    </>
  );
};

const Group = ({ found: { group, findings, faults } }: { readonly found: FoundGroup }) => {
  const say = useSay();
  const [isAll, setIsAll] = useState(false);
  const title = isolated(findingGroupTitles[group]);
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
      {/* The experts' words: they are only in English yet. */}
      <bdi lang="en" className="small soft">
        {severityMessages[finding.severity]}
      </bdi>
      <bdi lang="en">{findingSentence(finding.code, finding.params)}</bdi>
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
