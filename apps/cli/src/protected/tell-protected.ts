import { utcMsToIso } from "@holdfast/evidence";
import { cliSentence } from "@holdfast/words";
import type { Vault } from "@holdfast/vault";

import { findChildLine } from "./find-child-line.ts";

/** Whom a young person can ask; a number only where its source was checked. Units: `now` in milliseconds since 1970 UTC. */
export const childLineSentence = async (
  country: string | undefined,
  now: number,
): Promise<string> => {
  const line = await findChildLine(country, utcMsToIso(now).slice(0, 10));
  const help = cliSentence("protected_help", {});
  if (line === undefined) return help;
  const { name, phone, site, checked } = line;
  const reach = site === "" ? phone : `${phone}, ${site}`;
  return `${cliSentence("protected_line", { name, reach, checked })}\n${help}`;
};

/** Care rule 3: what is locked, that nothing was deleted, whom to ask, and that there is no hurry. */
export const tellProtected = async (vault: Vault, path: string, now: number): Promise<string> => {
  const { livesIn } = vault.readCase().facts;
  const locked = vault.lockedExhibits();
  return [
    cliSentence(locked.length === 0 ? "init_pictures_protected" : "facts_locked", {
      count: locked.length,
    }),
    await childLineSentence(livesIn, now),
    ...(locked.length === 0 ? [] : [cliSentence("protected_choice", { vault: path })]),
  ].join("\n");
};
