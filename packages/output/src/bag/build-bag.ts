import { assert, err, type ExhibitId, ok, type Result, type Sha256Hex } from "@holdfast/evidence";
import { bagFiles, bagitTxt, unsignedMetadataSchema } from "@holdfast/bundle";
import { reportSentence as say, verifyText } from "@holdfast/words";

import { readCustody } from "../custody/read-custody.ts";
import { sha256Hex, utf8 } from "../hash.ts";
import { type BagEntry, textEntry } from "./bag-entry.ts";
import { type BagDeps, type BagWork, beginWork, type BuildBagError } from "./bag-work.ts";
import { caseFiles } from "./case-files.ts";
import { exhibitFiles } from "./exhibit-files.ts";
import { type BagPlan, type LeftOut, parentOf } from "./plan-bag.ts";
import { sealFiles } from "./seal-files.ts";

export interface Bag {
  /**
   * All files, in an order that is always the same: exhibits, what was read out of them, the lists, the seal's own
   * list last. When something fails they end before any list is written: what is there then is no bag.
   */
  readonly entries: AsyncIterable<BagEntry>;
  /** How it ended; asked for after the last entry. */
  readonly result: () => Result<BuiltBag, BuildBagError>;
}

export interface BuiltBag {
  readonly bag: string;
  readonly kind: BagPlan["kind"];
  /** SHA-256 of tagmanifest-sha256.txt. */
  readonly seal: Sha256Hex;
  readonly exhibits: readonly ExhibitId[];
  readonly leftOut: readonly LeftOut[];
  /** Exhibits that the parent's list does not vouch for: they were added, or noted upon, after it was sealed. */
  readonly notInParent: readonly ExhibitId[];
  readonly payloadSizeInBytes: number;
  readonly payloadFiles: number;
  /** For the `export.sealed` entry of a full bag; it lets later disclosure bags point to this one. */
  readonly record?: string;
}

/**
 * Builds a bag in one pass: every file streams out while it is hashed, and memory does not grow with it.
 *
 * The `export` entry for `plan.bag` must be the log's last one: it is the last line of its own bag.
 * Every original is compared with the hash under which it was sealed before any list is written.
 */
export const buildBag = (deps: BagDeps, plan: BagPlan): Bag => {
  const work = beginWork(deps, plan, readCustody(deps.reader));
  let built: BuiltBag | undefined;
  const entries = async function* (): AsyncGenerator<BagEntry> {
    for await (const entry of filesOf(work)) {
      yield { ...entry, path: `${plan.bag}/${entry.path}` };
    }
    if (work.failure === undefined) built = summaryOf(work);
  };
  return {
    entries: entries(),
    result: () => {
      if (work.failure !== undefined) return err(work.failure);
      assert(built !== undefined, "a bag's result is asked for after its last entry");
      return ok(built);
    },
  };
};

async function* filesOf(work: BagWork): AsyncGenerator<BagEntry> {
  if (!isRecorded(work)) {
    work.failure = { code: "export_not_recorded" };
    return;
  }
  yield textEntry(work, bagFiles.bagit, [bagitTxt]);
  for (const exhibit of work.exhibits) {
    yield* exhibitFiles(work, exhibit);
    if (work.failure !== undefined) return;
  }
  yield* caseFiles(work);
  if (work.deps.signal?.aborted === true) {
    work.failure = { code: "cancelled" };
    return;
  }
  yield textEntry(work, bagFiles.verify, [verifyText]);
  yield* sealFiles(work);
  yield textEntry(work, bagFiles.unsignedMetadata, [unsignedMetadata()]);
}

/** The log's last entry is this bag's own, with the same exhibits. */
const isRecorded = (work: BagWork): boolean => {
  const { last } = work.custody;
  if (last?.action !== "export" || last.bag !== work.plan.bag) return false;
  const wanted = new Set(work.plan.exhibits);
  return (
    wanted.size === last.exhibits.length
    && last.exhibits.every((id) => wanted.has(id))
    && work.exhibits.length === wanted.size
  );
};

const unsignedMetadata = (): string => {
  const value = unsignedMetadataSchema.parse({
    v: 1,
    about: say("unsignedAbout", {}),
    policeCaseNumber: null,
    receipt: null,
  });
  return `${JSON.stringify(value, undefined, 2)}\n`;
};

const summaryOf = (work: BagWork): BuiltBag => {
  const { plan, ledger } = work;
  const payload = ledger.paths("data/").map((path) => ledger.digestsOf(path)?.sizeInBytes ?? 0);
  const seal = ledger.digestsOf(bagFiles.tagManifest)?.sha256;
  assert(seal !== undefined, "the tag manifest was written");
  const parent = plan.kind === "full" ? undefined : parentOf(work.custody, plan.parent);
  const notInParent =
    plan.parent === undefined || parent === undefined
      ? []
      : work.finished
          .filter((it) => !parent.itemsList.includes(`${it.itemSha256}  ${it.itemPath}\n`))
          .map((it) => it.exhibit.id);
  return {
    bag: plan.bag,
    kind: plan.kind,
    seal,
    exhibits: plan.exhibits,
    leftOut: plan.leftOut,
    notInParent,
    payloadSizeInBytes: payload.reduce((sum, size) => sum + size, 0),
    payloadFiles: payload.length,
    ...(plan.kind === "full" ? { record: JSON.stringify(recordOf(work)) } : {}),
  };
};

const recordOf = (work: BagWork) => {
  assert(work.itemsList !== undefined && work.tagManifest !== undefined, "the lists were written");
  assert(
    sha256Hex(work.deps, utf8(work.tagManifest))
      === work.ledger.digestsOf(bagFiles.tagManifest)?.sha256,
    "what is remembered is what was sealed",
  );
  return {
    v: 2,
    bag: work.plan.bag,
    itemBasis: work.basis,
    itemsList: work.itemsList,
    tagManifest: work.tagManifest,
  };
};
