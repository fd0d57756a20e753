export { type InboxAddress, type InboxHead, inboxLimits } from "./inbox-entry.ts";
export { readInboxAddress } from "./inbox-address.ts";
export {
  type InboxPlace,
  type InboxPolicy,
  type InboxWriter,
  sealToInbox,
  type SealToInboxError,
  type SealToInboxInput,
  type WordsCheck,
} from "./seal-to-inbox.ts";
