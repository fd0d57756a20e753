import { createSentences } from "./catalogue.ts";
import { verifyPageMessages } from "./messages/en/verify-page.ts";

/** What the offline verify page says. */
export const verifyPageSentence = createSentences("en", verifyPageMessages);

export type VerifyPageMessageCode = keyof typeof verifyPageMessages;
