import { addingCases } from "./adding-cases.ts";
import { inboxCases } from "./inbox-cases.ts";
import { keyCases } from "./key-cases.ts";
import { leavingCases } from "./leaving-cases.ts";
import { openingCases } from "./opening-cases.ts";
import { pictureCases } from "./picture-cases.ts";
import { rotationCases } from "./rotation-cases.ts";
import { searchCases } from "./search-cases.ts";
import { timelineCases } from "./timeline-cases.ts";
import type { VaultCase } from "./vault-place.ts";

/** See `VaultCase`. */
export const vaultAcceptance: readonly VaultCase[] = [
  ...openingCases,
  ...keyCases,
  ...addingCases,
  ...timelineCases,
  ...searchCases,
  ...pictureCases,
  ...inboxCases,
  ...leavingCases,
  ...rotationCases,
];
