export {
  type AuthorityOptions,
  createTestAuthority,
  makeRequest,
  opensslAccepts,
  type TestAuthority,
} from "./test-authority.ts";
export {
  bagToFolder,
  bagToZip,
  folderOf,
  makeLog,
  makeTestBag,
  nodeHasher,
  recompute,
  sealOf,
  sha256,
  type TestBag,
  testBagName,
  type TestBagOptions,
  testOriginals,
  textOf,
  utf8,
} from "./test-bag.ts";
