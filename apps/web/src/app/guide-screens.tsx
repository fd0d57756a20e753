import type { ReactNode } from "react";

import { BreathScreen } from "../screens/guide/BreathScreen.tsx";
import { GuideAnswersScreen } from "../screens/guide/GuideAnswersScreen.tsx";
import { GuideAskScreen } from "../screens/guide/GuideAskScreen.tsx";
import { GuideLetterScreen } from "../screens/guide/GuideLetterScreen.tsx";
import { GuideTextScreen } from "../screens/guide/GuideTextScreen.tsx";
import { PlanScreen } from "../screens/guide/PlanScreen.tsx";
import { ReplyScreen } from "../screens/reply/ReplyScreen.tsx";
import { TellScreen } from "../screens/tell/TellScreen.tsx";
import { TellWordsScreen } from "../screens/tell/TellWordsScreen.tsx";
import type { GuideRoute } from "./routes.ts";

/** The guide's screens: what is known, the plan, a reply before it is sent, and whom to tell. */
export const guideScreenOf = (route: GuideRoute): ReactNode => {
  switch (route.screen) {
    case "guide-text":
      return <GuideTextScreen />;
    case "guide-ask":
      return <GuideAskScreen key={route.question} question={route.question} stage={route.stage} />;
    case "guide-letter":
      return <GuideLetterScreen />;
    case "guide-answers":
      return <GuideAnswersScreen />;
    case "plan":
      return <PlanScreen />;
    case "breath":
      return <BreathScreen />;
    case "reply":
      return <ReplyScreen begun={route.begun} />;
    case "tell":
      return <TellScreen answers={route.answers} />;
    case "tell-words":
      return <TellWordsScreen key={route.to} to={route.to} />;
  }
};
