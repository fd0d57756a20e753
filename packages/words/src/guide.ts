import { createSentences } from "./catalogue.ts";
import { guideMessages } from "./messages/en/guide.ts";

/** What the assessment and the plan say. Quotations in it come from a stranger: show it as text, never as markup. */
export const guideSentence = createSentences("en", guideMessages);
