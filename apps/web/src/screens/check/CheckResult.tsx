import type { Verdict, VerifyReport } from "@holdfast/verify";
import { type AppMessageCode, formatBytes, groupHex, utcInstantWords } from "@holdfast/words";
import { useState } from "react";

import { focusTitle } from "../../app/focus-title.ts";
import { useSay } from "../../app/frame.ts";
import { isolated } from "../../app/isolated.ts";
import { Page } from "../../app/Page.tsx";
import { Button } from "../../design/components/Button.tsx";
import { Field } from "../../design/components/Field.tsx";
import { Fold } from "../../design/components/Fold.tsx";
import { PickFiles } from "../keep/PickFiles.tsx";
import { ExpertFindings, Findings } from "./Findings.tsx";
import type { CheckRun } from "./use-check.ts";
import "./check.css";

/** The verdict as a calm sentence, then what to do with it, what was found, and what was checked. */
export const CheckResult = ({
  check,
  report,
  typed,
}: {
  readonly check: CheckRun;
  readonly report: VerifyReport;
  readonly typed: string;
}) => {
  const say = useSay();
  const { sentence, meaning } = useVerdict(report);
  const isBag = report.verdict !== "not-a-bag";
  return (
    <Page
      title={sentence}
      lead={meaning}
      actions={
        <Button kind="plain" onPress={check.reset}>
          {say("check_other_do")}
        </Button>
      }
    >
      {/* The title takes the focus once; another number changes it in place. */}
      <p className="unseen" role="status">
        {sentence}
      </p>
      {isBag ? (
        <>
          <Findings findings={report.findings} />
          <CompareNumber check={check} report={report} typed={typed} />
        </>
      ) : (
        <ExpertFindings findings={report.findings} />
      )}
      <div className="check-folds">
        {isBag ? <WhatWasChecked report={report} /> : undefined}
        {report.facts.timestamps.some(({ root }) => root === "unknown") ? (
          <Fold title={say("check_roots_title")}>
            <p>{say("check_roots_lead")}</p>
            <PickFiles
              kind="plain"
              takesOne
              onPick={([file]) => {
                if (file !== undefined) void file.text().then(check.trust);
              }}
            >
              {say("check_roots_do")}
            </PickFiles>
          </Fold>
        ) : undefined}
        <Fold title={say("check_shows_title")}>
          <p>{say("check_shows")}</p>
          <p>{say("check_shows_not")}</p>
          <p>{say("check_shows_tools")}</p>
        </Fold>
      </div>
    </Page>
  );
};

const verdicts = {
  "not-a-bag": "check_verdict_not_a_bag",
  broken: "check_verdict_broken",
  "not-anchored": "check_verdict_not_anchored",
  "anchored-by-seal": "check_verdict_anchored_by_seal",
  "anchored-by-timestamp-root-known": "check_verdict_anchored_by_timestamp_root_known",
  "anchored-by-timestamp-root-unknown": "check_verdict_anchored_by_timestamp_root_unknown",
} as const satisfies Readonly<Record<Verdict, AppMessageCode>>;

/** The app's own plain words; the findings below keep those of the field. */
const useVerdict = ({ verdict, facts }: VerifyReport) => {
  const say = useSay();
  const stamps = facts.timestamps.filter(({ accepted }) => accepted);
  const stamp = stamps.find(({ root }) => root === "known") ?? stamps[0];
  const parameters = {
    authority: stamp?.authority ?? "",
    when: utcInstantWords(stamp?.genTime ?? 0),
  };
  return {
    sentence: say(verdicts[verdict], parameters),
    meaning: say(`${verdicts[verdict]}_means`, parameters),
  };
};

const CompareNumber = ({
  check,
  report,
  typed,
}: {
  readonly check: CheckRun;
  readonly report: VerifyReport;
  readonly typed: string;
}) => {
  const say = useSay();
  const [text, setText] = useState(typed);
  const compare = (): void => {
    check.compare(text);
    // The answer stands in the title; where the number fits, this fold closes with what had the focus.
    focusTitle();
  };
  return (
    <Fold title={say("check_number_title")} isOpen={report.verdict === "not-anchored"}>
      <p>{say("check_number_lead")}</p>
      <Field
        isExact
        label={say("check_number_label")}
        hint={say("check_number_hint")}
        value={text}
        onChange={setText}
        onEnter={compare}
      />
      <Button kind="primary" onPress={compare} isDisabled={text.trim() === ""}>
        {say("check_number_do")}
      </Button>
    </Fold>
  );
};

const WhatWasChecked = ({ report: { facts } }: { readonly report: VerifyReport }) => {
  const say = useSay();
  return (
    <Fold title={say("check_facts_title")}>
      <p>
        <bdi className="exact">{facts.bagName}</bdi>
      </p>
      <p>
        {say("check_facts", {
          files: facts.files,
          size: isolated(formatBytes(facts.sizeInBytes)),
          exhibits: facts.exhibits,
        })}
      </p>
      <NumberLine title={say("check_number_is")} number={facts.seal} />
      <NumberLine title={say("check_number_is_full")} number={facts.parentSeal} />
      {facts.timestamps.map((stamp) => (
        <p key={stamp.path}>
          {say("check_stamp", {
            when: utcInstantWords(stamp.genTime),
            authority: stamp.authority,
          })}
        </p>
      ))}
    </Fold>
  );
};

const NumberLine = ({
  title,
  number,
}: {
  readonly title: string;
  readonly number: string | undefined;
}) =>
  number === undefined ? undefined : (
    <div>
      <p>{title}</p>
      <p className="exact" translate="no">
        {groupHex(number)}
      </p>
    </div>
  );
