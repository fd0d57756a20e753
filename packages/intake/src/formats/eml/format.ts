import type { Format } from "../../format.ts";
import { keepWordsOfEml } from "./keep-words.ts";
import { parseEml } from "./parse.ts";
import { recogniseEml } from "./recognise.ts";

export const emlFormat: Format = {
  id: "eml",
  exhibitKind: "email",
  protectedClass: "mixed",
  recognise: recogniseEml,
  parse: parseEml,
  keepWords: keepWordsOfEml,
};
