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
 * counted or named anywhere. A disclosure bag opens what is about its own exhibits alone, and its own export: entries
 * about keys, backups, other bags and other recipients are none of its reader's business.
 */
export const isOpened = (scope: OpeningScope, entry: CustodyEntry): boolean => {
  if (scope.isWorkplace) return false;
  if (!exhibitsOf(entry).every((id) => scope.exhibits.has(id))) return false;
  if (scope.kind === "full") return true;
  // A number in acquisition order would tell how many exhibits came before: See [Note: opaque labels].
  if (!exhibitsOf(entry).every(isOpaqueLabel)) return false;
  switch (entry.action) {
    case "item.add":
    case "item.verify":
    case "derive":
      return true;
    case "note.add":
      return entry.exhibit !== undefined;
    case "export":
      return entry.bag === scope.bag;
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
      return [entry.exhibit, entry.from];
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
    case "item.erase":
      return [];
  }
};
