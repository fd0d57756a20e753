import type { ClockDep, HasherDep, RandomDep, ZoneOffsets } from "@holdfast/evidence";
import type { AeadDep, KdfDep, KeyAgreementDep } from "@holdfast/seal";

import type { VaultDriver } from "./drivers/driver.ts";

/** Everything that a vault needs from outside. */
export interface VaultDeps
  extends AeadDep, ClockDep, HasherDep, KdfDep, KeyAgreementDep, RandomDep {
  readonly driver: VaultDriver;
  readonly zones: ZoneOffsets;
}
