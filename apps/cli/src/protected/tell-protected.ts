import { cliSentence } from "@holdfast/words";
import type { Vault } from "@holdfast/vault";

import { childLineOf } from "./child-lines.ts";

/** Whom a young person can ask; a number only where its source was checked. */
export const childLineSentence = (country: string | undefined): string => {
  const line = childLineOf(country);
  return line === undefined
    ? cliSentence("protected_help", {})
    : `${cliSentence("protected_line", { name: line.name, phone: line.phone, site: line.site, checked: line.checked })}\n${cliSentence("protected_help", {})}`;
};

/** Care rule 3: what is locked, that nothing was deleted, whom to ask, and that there is no hurry. */
export const tellProtected = (vault: Vault, path: string): string => {
  const { livesIn } = vault.readCase().facts;
  const locked = vault.lockedExhibits();
  return [
    cliSentence(locked.length === 0 ? "init_pictures_protected" : "facts_locked", {
      count: locked.length,
    }),
    childLineSentence(livesIn),
    ...(locked.length === 0 ? [] : [cliSentence("protected_choice", { vault: path })]),
  ].join("\n");
};
