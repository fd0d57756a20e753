import type { Trust } from "@holdfast/guide";

import { useApp } from "../../app/app-context.ts";

/** How far a number can be relied on, and since when. */
export const TrustWords = ({
  fact,
}: {
  readonly fact: { readonly trust: Trust; readonly checkedOn: string };
}) => {
  const { words } = useApp();
  const day = new Date(`${fact.checkedOn}T12:00:00Z`).toLocaleDateString(words.locale, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  switch (fact.trust) {
    case "checked":
      return words.say("talk_seen", { day });
    case "old":
      return words.say("talk_old", { day });
    case "not-checked":
      return <span className="talk-unchecked">{words.say("talk_unverified")}</span>;
  }
};
