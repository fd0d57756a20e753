import { readFile } from "node:fs/promises";

import { err, ok, type Result, Secret } from "@holdfast/evidence";
import { readRecoveryShares, type SharesError, type UnlockSecret } from "@holdfast/seal";
import { cliSentence, type MessageParameters } from "@holdfast/words";

import type { CommandContext, Outcome } from "./command.ts";
import type { CodedError } from "./problem.ts";
import { messageOf } from "./sources/file-source.ts";

/**
 * The words of the cards, from files or asked one card after the other, until there are enough. A slip of the pen is named
 * before anything else is asked for. Whether they open this case is for the case to say.
 */
export const readShares = async (
  context: Pick<CommandContext, "terminal" | "hasher">,
  files: readonly string[],
): Promise<Result<UnlockSecret, CodedError | SharesError>> => {
  const given = files.length > 0 ? await readFiles(files) : ok(await askForCards(context));
  if (!given.ok) return given;
  const shares = given.value;
  if (shares.length === 0) return err({ code: "cards_missing" });
  const read = readRecoveryShares(context, shares);
  if (!read.ok) return read;
  return read.value.given < read.value.needed
    ? err({ code: "shares_too_few", ...read.value })
    : ok({ kind: "shares", shares });
};

const readFiles = async (
  files: readonly string[],
): Promise<Result<readonly Secret<string>[], CodedError>> => {
  const shares: Secret<string>[] = [];
  for (const path of files) {
    try {
      shares.push(new Secret(await readFile(path, "utf8")));
    } catch (error) {
      return err({ code: "card_file_not_readable", path, cause: messageOf(error) });
    }
  }
  return ok(shares);
};

/**
 * Seen while they are typed: nobody writes sixteen words blindly, and with the new keys they open nothing any more. An empty
 * answer ends the asking.
 */
const askForCards = async ({
  terminal,
  hasher,
}: Pick<CommandContext, "terminal" | "hasher">): Promise<readonly Secret<string>[]> => {
  const shares: Secret<string>[] = [];
  for (;;) {
    const number = shares.length + 1;
    const typed = await terminal.ask(cliSentence("ask_card", { number }));
    if (typed === undefined || typed.trim() === "") return shares;
    const more = [...shares, new Secret(typed)];
    const read = readRecoveryShares({ hasher }, more);
    if (!read.ok) {
      terminal.say(sentenceOf(read.error));
      continue;
    }
    shares.push(...more.slice(-1));
    if (read.value.given === read.value.needed) return shares;
  }
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
  error: { code: error.code, sentence: sentenceOf(error) },
});

const sentenceOf = (error: SharesError): string => cliSentence(error.code, parametersOf(error));

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
