export { type Contact, contactRhythm, type DayOfContact } from "./contact-rhythm.ts";
export { handleKey } from "./handle-key.ts";
export { type Ordered, orderTimeline, type Placed } from "./order-timeline.ts";
export {
  indexParties,
  joinHandles,
  type JoinHandlesError,
  type PartyIndex,
  takeHandleAway,
} from "./parties.ts";
export { cutSnippet, type FoldWithOrigin, type SnippetPart } from "./snippet.ts";
export { collectThreads, type Thread } from "./threads.ts";
export { createWordsSource } from "./words-source.ts";
export { hasWords, type WordsLabels, writeWords, type WrittenWords } from "./write-words.ts";
