import type { FoldWithOrigin } from "@holdfast/casework";
import { err, ok, type Result } from "@holdfast/evidence";

import type { Languages } from "../assess/languages.ts";
import { compileLexicon } from "../assess/words/compile-lexicon.ts";
import type { ContentPort, LoadContentError } from "../content/content-port.ts";
import type { CheckDraftDeps } from "./check-draft.ts";
import { draftKinds } from "./draft-kinds.ts";
import {
  draftWordsSchema,
  type DraftWords,
  type ReplyAdvice,
  replyAdviceSchema,
} from "./reply-content.ts";

export interface Reply {
  readonly forChecking: CheckDraftDeps;
  readonly advice: ReplyAdvice;
}

/** Reads everything that checking a draft needs, once. Each language of the assessment has its words for drafts. */
export const loadReply = async (
  content: ContentPort,
  deps: FoldWithOrigin,
  { lexicons: spoken, foldWord }: Pick<Languages, "lexicons" | "foldWord">,
): Promise<Result<Reply, LoadContentError>> => {
  const lexicons: CheckDraftDeps["lexicons"][number][] = [];
  for (const { id, common, negations } of spoken) {
    const loaded = await content.loadContent("drafts", id);
    if (!loaded.ok) return loaded;
    const read = draftWordsSchema.safeParse(loaded.value);
    if (!read.success) return err({ code: "content_misfit", kind: "drafts", id });
    const words: DraftWords = read.data;
    lexicons.push(
      compileLexicon(foldWord, draftKinds, {
        ...words,
        common: [...common],
        negations: [...negations],
      }),
    );
  }
  const loaded = await content.loadContent("replies", "advice");
  if (!loaded.ok) return loaded;
  const advice = replyAdviceSchema.safeParse(loaded.value);
  return advice.success
    ? ok({ forChecking: { ...deps, foldWord, lexicons }, advice: advice.data })
    : err({ code: "content_misfit", kind: "replies", id: "advice" });
};
