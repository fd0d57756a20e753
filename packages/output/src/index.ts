export type { BagDeps, BuildBagError } from "./bag/bag-work.ts";
export type { BagEntry } from "./bag/bag-entry.ts";
export { type Bag, buildBag, type BuiltBag } from "./bag/build-bag.ts";
export {
  type BagPlan,
  type BagRequest,
  type LeftOut,
  planBag,
  type PlanBagError,
} from "./bag/plan-bag.ts";
export type { CaseReader, ReadCursor, ReadItem, ReadTimelinePage } from "./case-reader.ts";
export { type ShareCard, sharePage } from "./shares/share-page.ts";
export { placeTimestamp, type SignatureFile, type Timestamp } from "./timestamp/place-timestamp.ts";
export { nonceSizeInBytes, timestampRequest } from "./timestamp/timestamp-request.ts";
export { timelineCsv, type TimelineOptions } from "./timeline/timeline-csv.ts";
