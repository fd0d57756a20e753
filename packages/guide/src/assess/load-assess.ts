import type { FoldWithOrigin } from "@holdfast/casework";
import { err, ok, type Result } from "@holdfast/evidence";

import type { ContentPort, LoadContentError } from "../content/content-port.ts";
import type { AssessDeps } from "./assess.ts";
import { type Indicator, indicatorsSchema } from "./indicators.ts";
import { createLanguages } from "./languages.ts";
import { type Lexicon, lexiconSchema } from "./words/lexicon.ts";

/** The files of content/words: English first, since its words stand in threats of every language. */
const languageIds = [
  "en",
  "es",
  "pt",
  "fr",
  "de",
  "id",
  "fil",
  "hi",
  "hi-latn",
  "ur",
  "ur-latn",
  "ar",
] as const;

/** The files of content/indicators. */
const indicatorFileIds = [
  "gates",
  "mass-mail",
  "against-mass-mail",
  "stranger-money",
  "more-content",
  "partner",
  "others",
] as const;

/** Reads everything that assessing needs, once. */
export const loadAssess = async (
  content: ContentPort,
  deps: FoldWithOrigin,
): Promise<Result<AssessDeps, LoadContentError>> => {
  const lexicons: Lexicon[] = [];
  for (const id of languageIds) {
    const loaded = await content.loadContent("words", id);
    if (!loaded.ok) return loaded;
    const read = lexiconSchema.safeParse(loaded.value);
    if (!read.success) return err({ code: "content_misfit", kind: "words", id });
    lexicons.push(read.data);
  }
  const indicators: Indicator[] = [];
  for (const id of indicatorFileIds) {
    const loaded = await content.loadContent("indicators", id);
    if (!loaded.ok) return loaded;
    const read = indicatorsSchema.safeParse(loaded.value);
    if (!read.success) return err({ code: "content_misfit", kind: "indicators", id });
    indicators.push(...read.data.indicators);
  }
  return ok({ ...deps, languages: createLanguages(deps, lexicons), indicators });
};
