import { readFile } from "node:fs/promises";

import { err, ok, type Result, Secret } from "@holdfast/evidence";
import type { SharesError, UnlockSecret } from "@holdfast/seal";
import { cliSentence, type MessageParameters } from "@holdfast/words";

import type { CommandContext, Outcome } from "./command.ts";
import type { CodedError } from "./problem.ts";
import { messageOf } from "./sources/file-source.ts";

/**
 * The words of the cards, from files or asked one card after the other; an empty answer ends the asking. Whether they belong
 * together and are enough is for the case to say.
 */
export const readShares = async (
  { terminal }: Pick<CommandContext, "terminal">,
  files: readonly string[],
): Promise<Result<UnlockSecret, CodedError>> => {
  const shares: Secret<string>[] = [];
  for (const path of files) {
    try {
      shares.push(new Secret(await readFile(path, "utf8")));
    } catch (error) {
      return err({ code: "card_file_not_readable", path, cause: messageOf(error) });
    }
  }
  if (files.length > 0) return ok({ kind: "shares", shares });
  for (;;) {
    const number = shares.length + 1;
    const typed = await terminal.askSecret(cliSentence("ask_card", { number }));
    if (typed === undefined || typed.trim() === "") break;
    shares.push(new Secret(typed));
  }
  return shares.length === 0 ? err({ code: "cards_missing" }) : ok({ kind: "shares", shares });
};

const sharesErrors: ReadonlySet<string> = new Set<SharesError["code"]>([
  "share_words_unknown",
  "share_wrong",
  "share_from_newer_version",
  "shares_of_different_sets",
  "share_given_twice",
  "shares_too_few",
]);

export const isSharesError = (error: { readonly code: string }): error is SharesError =>
  sharesErrors.has(error.code);

/** Which card it is, and where in it: the sentence has more in it than a name. */
export const sharesProblem = (error: SharesError): Outcome => ({
  kind: "failed",
  exitCode: 3,
  error: { code: error.code, sentence: cliSentence(error.code, parametersOf(error)) },
});

const parametersOf = (error: SharesError): MessageParameters => {
  switch (error.code) {
    case "share_words_unknown":
      return { share: error.share, places: error.places.join(", ") };
    case "share_wrong":
      return { share: error.share, count: error.count };
    case "share_from_newer_version":
    case "share_given_twice":
      return { share: error.share };
    case "shares_of_different_sets":
      return { shares: error.shares.join(", ") };
    case "shares_too_few":
      return { given: error.given, needed: error.needed };
  }
};
