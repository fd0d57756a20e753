import type { Item } from "@holdfast/evidence";
import {
  assess,
  type AssessDeps,
  type Assessment,
  type Conversation,
  factsOfCase,
  type GuideFacts,
  joinConversations,
  loadAssess,
  theirWords,
} from "@holdfast/guide";
import {
  foldWithOrigin,
  type TimelineCursor,
  type TimelineEntry,
  type Vault,
} from "@holdfast/vault";

import {
  type Command,
  type CommandContext,
  type CommandInput,
  type Outcome,
  textOption,
} from "../command.ts";
import { withVault } from "../open-vault.ts";
import { cannotOpen, wrongUsage } from "../usage.ts";
import { guideContent } from "./guide-content.ts";
import { readGuideFacts } from "./read-guide-facts.ts";
import { type ReadThreat, readThreatMail, readThreatText } from "./read-threat.ts";

export type Source = ReadThreat | (Conversation & { readonly spansIn: "item" });

/** Everything that was given, and what it looks like. */
export interface Gathered {
  readonly facts: GuideFacts;
  /** In the order in which the spans of the assessment count them. */
  readonly sources: readonly Source[];
  readonly itemsLeftOut: number;
  readonly assessment: Assessment;
}

export const gatherOptions: Command["options"] = {
  facts: { type: "string" },
  text: { type: "string" },
  eml: { type: "string" },
  "passphrase-file": { type: "string" },
};

/** Reads what the command line names, the case last, since it may ask for its passphrase; assesses it, and hands it on. */
export const withGathered = async (
  command: "assess" | "plan",
  context: CommandContext,
  input: CommandInput,
  body: (gathered: Gathered) => Promise<Outcome>,
): Promise<Outcome> => {
  const { positionals, values } = input;
  const named = ["facts", "text", "eml"].filter((name) => textOption(values, name) !== undefined);
  const hasText = named.includes("text") || named.includes("eml");
  if (
    named.length + positionals.length === 0
    || (named.includes("text") && named.includes("eml"))
  ) {
    return wrongUsage("usage_assess", { command });
  }
  const facts = await readGuideFacts(textOption(values, "facts"));
  if (!facts.ok) return facts.error;
  const threat = hasText ? await readThreat(context, values) : undefined;
  if (threat !== undefined && !threat.ok) return cannotOpen(threat.error, threat.error.path);
  const deps = await loadAssess(guideContent, { fold: foldWithOrigin });
  if (!deps.ok) return cannotOpen(deps.error, `${deps.error.kind}/${deps.error.id}`);
  const given = threat === undefined ? [] : [threat.value];
  if (positionals.length === 0) return body(assessAll(deps.value, facts.value, given, 0));
  return withVault(context, input, (vault) => {
    const { conversations, itemsLeftOut } = readCase(vault);
    const { facts: known, pictures } = vault.readCase();
    const sources = [
      ...given,
      ...conversations.map((one) => ({ ...one, spansIn: "item" as const })),
    ];
    // What is answered now counts more than what was answered then.
    const answered = { ...factsOfCase(known, pictures), ...facts.value };
    return body(assessAll(deps.value, answered, sources, itemsLeftOut));
  });
};

const readThreat = (context: CommandContext, values: CommandInput["values"]) => {
  const mail = textOption(values, "eml");
  return mail === undefined
    ? readThreatText(textOption(values, "text") ?? "-")
    : readThreatMail(context, mail);
};

const assessAll = (
  deps: AssessDeps,
  facts: GuideFacts,
  sources: readonly Source[],
  itemsLeftOut: number,
): Gathered => ({ facts, sources, itemsLeftOut, assessment: assess(deps, facts, sources) });

const readCase = (vault: Vault) => {
  const isTheirs = theirWords(vault.readCase().facts.parties ?? []);
  return joinConversations(entriesOf(vault, isTheirs));
};

const pageSize = 500;

/** Page by page, oldest first: a long chat never stands in memory whole. */
function* entriesOf(vault: Vault, isTheirs: (item: Item) => boolean): Generator<TimelineEntry> {
  let after: TimelineCursor | undefined;
  do {
    const page = vault.timeline({
      kinds: ["message", "email"],
      limit: pageSize,
      ...(after === undefined ? {} : { after }),
    });
    for (const entry of page.entries) if (isTheirs(entry.item)) yield entry;
    after = page.next;
  } while (after !== undefined);
}
