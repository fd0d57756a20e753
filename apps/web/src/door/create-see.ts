import type { Channel } from "../wire/channel.ts";
import { seeContract as contract } from "./contract/see-contract.ts";
import type { See } from "./seeing.ts";

export const createSee = (channel: Channel): See => ({
  timeline: (request, work) => channel.call(contract.timeline, request, work),
  days: (filter = {}, work) => channel.call(contract.days, filter, work),
  count: () => channel.call(contract.count, undefined),
  handles: () => channel.call(contract.handles, undefined),
  search: (query, work) => channel.call(contract.search, query, work),
  countHits: (query, work) => channel.call(contract.countHits, query, work),
  waysOn: (query, work) => channel.call(contract.waysOn, query, work),
  rowOnDay: (of) => channel.call(contract.rowOnDay, of),
  exhibits: () => channel.call(contract.exhibits, undefined),
  exhibit: (id) => channel.call(contract.exhibit, id),
  itemsOf: (id, page = {}) => channel.call(contract.itemsOf, { id, ...page }),
  bytes: (of, { maximumSizeInBytes, ...work } = {}) =>
    channel.call(
      contract.bytes,
      { ...of, ...(maximumSizeInBytes === undefined ? {} : { maximumSizeInBytes }) },
      work,
    ),
  words: (of, work) => channel.call(contract.words, of, work),
  readCase: () => channel.call(contract.readCase, undefined),
  setFacts: (facts) => channel.call(contract.setFacts, facts),
  checkOriginals: (work) => channel.call(contract.checkOriginals, undefined, work),
});
