import type { FindingCode } from "@holdfast/evidence";

/** What a sentence needs: names, numbers, hashes, and instants as milliseconds since 1970 UTC in members that end in `At`. */
export type FindingParams = Readonly<Record<string, string | number>>;

/**
 * - `fault`: the bag is broken.
 * - `caution`: true, and something a reader must know before relying on the bag.
 * - `note`: true, and no reason to doubt anything.
 */
export type Severity = "fault" | "caution" | "note";

/** Where it stands: `path` inside the bag, `line` counted from 1, `seq` of the custody log. */
export interface FindingPlace {
  readonly path?: string;
  readonly line?: number;
  readonly seq?: number;
}

export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly place: FindingPlace;
  readonly params: FindingParams;
}

const notes: ReadonlySet<FindingCode> = new Set<FindingCode>([
  "report_absent",
  "parent_fits",
  "custody_not_opened",
  "custody_last_not_opened",
  "item_custody_not_opened",
  "seal_fits",
  "seal_fits_parent",
  "timestamp_fits",
  "timestamp_renew_by",
  "signature_file_unknown",
  "witness_fits",
  "witness_request_other",
]);

const cautions: ReadonlySet<FindingCode> = new Set<FindingCode>([
  "zip_trailing_bytes",
  "zip_outside_folder",
  "limit_findings_cut",
  "bag_info_oxum_missing",
  "manifest_not_sorted",
  "verify_text_absent",
  "item_folder_unknown_file",
  "items_list_not_padded",
  "no_anchor",
  "seal_malformed",
  "timestamp_is_bare_token",
  "timestamp_nonce_missing",
  "timestamp_root_unknown",
  "timestamp_weak_algorithm",
  "timestamp_not_checked",
  "roots_unreadable",
  "witness_request_malformed",
]);

const severityOf = (code: FindingCode): Severity => {
  if (notes.has(code)) return "note";
  return cautions.has(code) ? "caution" : "fault";
};

export const finding = (
  code: FindingCode,
  place: FindingPlace = {},
  params: FindingParams = {},
): Finding => ({ code, severity: severityOf(code), place, params });
