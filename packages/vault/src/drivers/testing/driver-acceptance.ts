import type { VaultDriver } from "../driver.ts";
import { databaseCases } from "./database-cases.ts";
import { damageCases } from "./damage-cases.ts";
import { fileCases } from "./file-cases.ts";

/**
 * What every driver must do, as plain cases that any test runner, and a worker without one, can run: a case throws when
 * the driver does otherwise. See vault/README.md.
 */
export interface AcceptanceCase {
  readonly name: string;
  /** `place` is empty at the start and belongs to the case alone. */
  readonly run: (place: AcceptancePlace) => Promise<void>;
}

export interface AcceptancePlace {
  /** A driver of its own at each call, as another process or tab would have it. */
  readonly newDriver: () => VaultDriver;
}

export const driverAcceptance: readonly AcceptanceCase[] = [
  ...databaseCases,
  ...damageCases,
  ...fileCases,
];
