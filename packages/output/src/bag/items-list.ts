import { bytesToHex, type RandomDep, type Sha256Hex } from "@holdfast/evidence";
import { itemJsonPath, itemsListLength } from "@holdfast/bundle";

/**
 * items-sha256.txt: one line an exhibit, hidden among random lines of the same form, so that their number says only
 * "at most". Sorted by path, and paths are random: the order says nothing.
 */
export const itemsList = (
  deps: RandomDep,
  items: readonly { readonly folder: string; readonly sha256: Sha256Hex }[],
): string => {
  const lines = items.map(({ folder, sha256 }) => ({ path: itemJsonPath(folder), sha256 }));
  const padding = Array.from({ length: itemsListLength(lines.length) - lines.length }, () => ({
    path: itemJsonPath(bytesToHex(deps.random.bytes(16))),
    sha256: bytesToHex(deps.random.bytes(32)),
  }));
  return [...lines, ...padding]
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
    .join("");
};
