import type {
  CrashReport,
  CrashWorkload,
} from "../../../packages/vault/src/drivers/testing/crash-workload.ts";

/** What a test asks of the worker. Each `place` is a folder of the origin's private file system. */
export type Order =
  | { readonly kind: "acceptance"; readonly name: string }
  | { readonly kind: "prepare-crash"; readonly place: string; readonly rowsPerRound: number }
  | { readonly kind: "run-until-crash"; readonly place: string; readonly workload: CrashWorkload }
  | {
      readonly kind: "look-for-damage";
      readonly place: string;
      readonly rowsPerRound: number;
      readonly lastReportedCommit: number;
    }
  | { readonly kind: "fill-the-quota"; readonly place: string }
  | { readonly kind: "vault-acceptance"; readonly name: string }
  | { readonly kind: "make-vault"; readonly place: string }
  | { readonly kind: "add-until-crash"; readonly place: string }
  | { readonly kind: "add-until-full"; readonly place: string }
  | {
      readonly kind: "examine-vault";
      readonly place: string;
      /** Exhibits whose commit was reported. */
      readonly promised: readonly string[];
    }
  | { readonly kind: "take-in-inbox"; readonly place: string }
  | { readonly kind: "storage-in-use" }
  | { readonly kind: "measure"; readonly rows: number };

export type VaultReport =
  | { readonly kind: "began"; readonly nth: number }
  | { readonly kind: "kept"; readonly exhibit: string };

/** What the next opening of a vault has found. */
export interface VaultState {
  readonly exhibits: readonly string[];
  /** Adds that were cut short, told and collected. */
  readonly recovered: number;
}

export type Answer =
  | { readonly kind: "done"; readonly value: unknown }
  | { readonly kind: "failed"; readonly error: string }
  | { readonly kind: "report"; readonly report: CrashReport | VaultReport };
