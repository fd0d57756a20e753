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
  | { readonly kind: "measure"; readonly rows: number };

export type Answer =
  | { readonly kind: "done"; readonly value: unknown }
  | { readonly kind: "failed"; readonly error: string }
  | { readonly kind: "report"; readonly report: CrashReport };
