import type { Need } from "@holdfast/guide";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { CountryChoice } from "../../app/CountryChoice.tsx";
import { Page } from "../../app/Page.tsx";
import { useSession } from "../../app/use-session.ts";
import { Fold } from "../../design/components/Fold.tsx";
import { EmergencyNumbers } from "./EmergencyNumbers.tsx";
import { HelpLines } from "./HelpLines.tsx";

/** Numbers and chats, a small step beside them: people do not use them alone (care.md 16). */
export const TalkScreen = ({ need: asked }: { readonly need: Need | undefined }) => {
  const say = useSay();
  const { young } = useSession();
  const first = asked ?? (young ? "under-18" : "self-harm");
  const others = needOrder.filter((need) => need !== first);
  return (
    <Page title={say("talk_title")} lead={say("talk_lead")}>
      <CountryChoice label={say("talk_country")} anyLabel={say("talk_country_all")} />
      <EmergencyNumbers />
      <section className="stack talk-section">
        <h2>{say(needTitles[first])}</h2>
        <HelpLines need={first} most={4} />
      </section>
      <SmallStep />
      <div className="talk-more">
        {others.map((need) => (
          <Fold key={need} title={say(needTitles[need])}>
            <HelpLines need={need} />
          </Fold>
        ))}
      </div>
    </Page>
  );
};

const needOrder: readonly Need[] = [
  "self-harm",
  "image-abuse",
  "under-18",
  "domestic-violence",
  "cybercrime-money",
];

const needTitles = {
  "danger-now": "talk_need_danger",
  "self-harm": "talk_need_self_harm",
  "under-18": "talk_need_young",
  "image-abuse": "talk_need_images",
  "domestic-violence": "talk_need_home",
  "cybercrime-money": "talk_need_crime",
} as const satisfies Record<Need, string>;

const SmallStep = () => {
  const say = useSay();
  const { lockTimer } = useApp();
  return (
    <div className="stack talk-step">
      <p>{say("talk_small_step")}</p>
      <a
        className="button button-plain"
        href={`sms:?body=${encodeURIComponent(say("talk_write_text"))}`}
        onClick={lockTimer.holdUntilBack}
      >
        {say("talk_write_do")}
      </a>
    </div>
  );
};
