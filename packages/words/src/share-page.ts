import { createSentences } from "./catalogue.ts";
import { sharePageMessages } from "./messages/en/share-page.ts";

/** What stands on the card of a recovery share. */
export const sharePageSentence = createSentences("en", sharePageMessages);
