import { cutSnippet, indexParties } from "@holdfast/casework";
import { foldWithOrigin, type SearchHit } from "@holdfast/vault";
import { cliSentence } from "@holdfast/words";

import { type Command, textOption } from "../command.ts";
import { withVault } from "../open-vault.ts";
import { toTerminalText } from "../text-columns.ts";
import { wrongUsage } from "../usage.ts";

import { readCount } from "./read-count.ts";
import { nameOfSender } from "./timeline-text.ts";

const defaultLimit = 20;

export const searchCommand: Command = {
  name: "search",
  options: { limit: { type: "string" }, "passphrase-file": { type: "string" } },
  positionals: { least: 2, most: Number.POSITIVE_INFINITY },
  run: (context, input) =>
    withVault(context, input, async (vault) => {
      const limit = readCount(textOption(input.values, "limit"));
      if (!limit.ok) return wrongUsage("usage_number", { value: limit.error.value });
      const words = input.positionals.slice(1);
      const page = vault.search({ text: words.join(" "), limit: limit.value ?? defaultLimit });
      const found = page.hits.map((hit) => ({ hit, snippet: snippetOf(hit, words) }));
      const parties = indexParties(vault.readCase().facts.parties ?? []);
      const lines = found.map(({ hit, snippet }) => {
        const who = nameOfSender(hit.item, parties);
        const text = toTerminalText(
          snippet.map((part) => (part.matched ? `[${part.text}]` : part.text)).join(""),
        );
        return `${timeOf(hit).padEnd(20)} ${(hit.exhibits[0] ?? "").padEnd(8)} ${who === undefined ? "" : `${toTerminalText(who)}: `}${text}\n`;
      });
      return {
        kind: "answered",
        exitCode: 0,
        answer: {
          holdfast: 1,
          command: "search",
          words,
          hits: found.map(({ hit, snippet }) => ({
            exhibits: hit.exhibits,
            item: hit.item,
            snippet,
          })),
          more: page.more,
        },
        text:
          found.length === 0
            ? `${cliSentence("search_none", { words: words.join(" ") })}\n`
            : `${lines.join("")}\n${cliSentence("search_found", { count: found.length, more: page.more ? "yes" : "no" })}\n`,
      };
    }),
};

const snippetOf = (hit: SearchHit, words: readonly string[]) => {
  const searched = [
    hit.item.subject,
    hit.item.text,
    hit.item.attachments?.map((one) => one.name).join(" "),
  ]
    .filter((part) => part !== undefined)
    .join(" · ");
  return cutSnippet({ fold: foldWithOrigin }, searched, words);
};

const timeOf = ({ item: { time } }: SearchHit): string => {
  switch (time.kind) {
    case "wall":
      return time.local.replace("T", " ");
    case "instant":
      return new Date(time.at).toISOString().replace("T", " ").slice(0, 19).concat("Z");
    case "range":
      return new Date(time.earliest).toISOString().slice(0, 10);
    case "unknown":
      return cliSentence("time_unknown", {});
  }
};
