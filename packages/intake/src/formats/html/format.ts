import type { Format } from "../../format.ts";
import { keepWordsOfHtml } from "./keep-words.ts";
import { parseHtml } from "./parse.ts";
import { recogniseHtml } from "./recognise.ts";

export const htmlFormat: Format = {
  id: "html",
  exhibitKind: "webpage",
  protectedClass: "mixed",
  recognise: recogniseHtml,
  parse: parseHtml,
  keepWords: keepWordsOfHtml,
};
