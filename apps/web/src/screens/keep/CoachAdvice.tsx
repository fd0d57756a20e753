import type { CaptureAdvice } from "@holdfast/guide";
import type { ReactNode } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { Button } from "../../design/components/Button.tsx";
import { Fold } from "../../design/components/Fold.tsx";
import { TrustWords } from "../talk/TrustWords.tsx";

type Shown = Parameters<typeof TrustWords>[0]["fact"];

/** The sentences of content stand as they are, each with how far it can be relied on. */
export const CoachAdvice = ({ advice }: { readonly advice: CaptureAdvice }) => {
  const { navigation } = useApp();
  const say = useSay();
  return (
    <Page
      title={advice.platform.id === "any" ? say("coach_any") : advice.platform.name}
      actions={
        <Button kind="primary" onPress={() => navigation.go({ screen: "keep" })}>
          {say("coach_go_do")}
        </Button>
      }
    >
      {advice.warnings.length === 0 ? undefined : (
        <ul className="coach-warnings">
          {advice.warnings.map((warning) => (
            <li key={warning}>{say(`coach_warning_${warning}`)}</li>
          ))}
        </ul>
      )}
      <ol className="save-things">
        {advice.steps.map((step) => (
          <li key={step}>{say(`coach_step_${step}`)}</li>
        ))}
      </ol>
      <section className="stack-tight">
        <h2>{say("coach_must_show")}</h2>
        <ul>
          {advice.mustShow.map((fact) => (
            <li key={fact.value}>{say(`coach_show_${fact.value}`)}</li>
          ))}
        </ul>
      </section>
      <div className="save-folds">
        <NoticedFold advice={advice} />
        <ExportFold advice={advice} />
        {advice.disappears.length === 0 ? undefined : (
          <Fold title={say("coach_disappears")}>
            {advice.disappears.map((fact) => (
              <Sentence key={fact.value} fact={fact}>
                {fact.value}
              </Sentence>
            ))}
          </Fold>
        )}
        <EffectsFold advice={advice} />
        {advice.tips.length === 0 ? undefined : (
          <Fold title={say("coach_tips")}>
            {advice.tips.map((fact) => (
              <Sentence key={fact.value} fact={fact}>
                {fact.value}
              </Sentence>
            ))}
          </Fold>
        )}
      </div>
    </Page>
  );
};

const Sentence = ({ fact, children }: { readonly fact: Shown; readonly children: ReactNode }) => (
  <p>
    <bdi lang="en">{children}</bdi>{" "}
    <span className="soft small">
      <TrustWords fact={fact} />
    </span>
  </p>
);

const NoticedFold = ({ advice }: { readonly advice: CaptureAdvice }) => {
  const say = useSay();
  return (
    <Fold title={say("coach_noticed")}>
      {advice.screenshotNoticed === undefined ? (
        <p>{say("coach_warning_not_known_if_noticed")}</p>
      ) : (
        <Sentence fact={advice.screenshotNoticed}>
          {say(`coach_noticed_${advice.screenshotNoticed.value}`)}
        </Sentence>
      )}
      {advice.screenshotAdvice.map((fact) => (
        <Sentence key={fact.value} fact={fact}>
          {fact.value}
        </Sentence>
      ))}
    </Fold>
  );
};

const ExportFold = ({ advice }: { readonly advice: CaptureAdvice }) => {
  const say = useSay();
  const source = advice.export;
  if (source === undefined) return undefined;
  return (
    <Fold title={say("coach_export")}>
      <ol>
        {source.how.value.map((step) => (
          <li key={step}>
            <bdi lang="en">{step}</bdi>
          </li>
        ))}
      </ol>
      <p className="soft small">
        <TrustWords fact={source.how} />
      </p>
      {source.readyIn === undefined ? undefined : (
        <Sentence fact={source.readyIn}>{say(`coach_ready_${source.readyIn.value}`)}</Sentence>
      )}
      {source.wordsOnly === undefined ? undefined : (
        <Sentence fact={source.wordsOnly}>{source.wordsOnly.value}</Sentence>
      )}
      {source.leavesOut.length === 0 ? undefined : (
        <>
          <h3>{say("coach_leaves_out")}</h3>
          {source.leavesOut.map((fact) => (
            <Sentence key={fact.value} fact={fact}>
              {fact.value}
            </Sentence>
          ))}
        </>
      )}
    </Fold>
  );
};

const EffectsFold = ({ advice }: { readonly advice: CaptureAdvice }) => {
  const say = useSay();
  if (advice.onBlock === undefined && advice.onReport === undefined) return undefined;
  return (
    <Fold title={say("coach_effects")}>
      {[advice.onBlock, advice.onReport].map((fact) =>
        fact === undefined ? undefined : (
          <Sentence key={fact.value.says} fact={fact}>
            {fact.value.says}
          </Sentence>
        ),
      )}
    </Fold>
  );
};
