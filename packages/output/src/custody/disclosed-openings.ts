import { assertNever, type CustodyEntry, type ExhibitId } from "@holdfast/evidence";

/** What is in the bag, as far as the log's openings depend on it. */
export interface OpeningScope {
  readonly kind: "full" | "disclosure";
  readonly bag: string;
  readonly exhibits: ReadonlySet<ExhibitId>;
  readonly isWorkplace: boolean;
}

/**
 * Whether an entry's opening goes into the bag.
 *
 * An entry that names an exhibit which is not in the bag is opened in no bag: withdrawn and locked exhibits are not
 * counted or named anywhere. A disclosure bag opens what was written for it alone: its own export, and what was told
 * again of its exhibits. Where an older entry stands would tell how many came before it. See [Note: told again].
 */
export const isOpened = (scope: OpeningScope, entry: CustodyEntry): boolean => {
  if (scope.isWorkplace) return false;
  // Thousands of them would say nothing: they stay closed in every bag, so that a stranger's check stays short.
  if (entry.action === "log.fill") return false;
  if (!exhibitsOf(entry).every((id) => scope.exhibits.has(id))) return false;
  if (scope.kind === "full") return true;
  // A number in acquisition order would tell how many exhibits came before: See [Note: opaque labels].
  if (!exhibitsOf(entry).every(isOpaqueLabel)) return false;
  switch (entry.action) {
    case "item.show":
    case "export":
      return entry.bag === scope.bag;
    case "item.add":
    case "item.verify":
    case "derive":
    case "note.add":
    case "case.create":
    case "export.sealed":
    case "disclose":
    case "timestamp.request":
    case "timestamp.ok":
    case "timestamp.fail":
    case "key.change":
    case "backup":
    case "restore":
    case "item.withdraw":
    case "item.erase":
      return false;
    default:
      return assertNever(entry);
  }
};

/**
 * [Note: opaque labels]
 * "ev-0007" tells that six others came before. Labels of six and more digits are drawn at random when an exhibit is
 * taken in, and tell nothing; only those may be seen in a disclosure bag, in openings as well as in the report.
 */
export const isOpaqueLabel = (id: ExhibitId): boolean => /^ev-\d{6,}$/.test(id);

const exhibitsOf = (entry: CustodyEntry): readonly ExhibitId[] => {
  switch (entry.action) {
    case "item.add":
    case "item.verify":
    case "item.withdraw":
      return [entry.exhibit];
    case "derive":
      return withOrigin(entry.exhibit, entry.from);
    case "item.show":
      return entry.said.action === "derive"
        ? withOrigin(entry.exhibit, entry.said.from)
        : [entry.exhibit];
    case "note.add":
      return entry.exhibit === undefined ? [] : [entry.exhibit];
    case "export":
    case "disclose":
      return entry.exhibits;
    case "case.create":
    case "export.sealed":
    case "timestamp.request":
    case "timestamp.ok":
    case "timestamp.fail":
    case "key.change":
    case "backup":
    case "restore":
    case "log.fill":
    case "item.erase":
      return [];
  }
};

const withOrigin = (exhibit: ExhibitId, from: ExhibitId | undefined): readonly ExhibitId[] =>
  from === undefined ? [exhibit] : [exhibit, from];
