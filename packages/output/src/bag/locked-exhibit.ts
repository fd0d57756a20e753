import type { Exhibit, PicturesPolicy } from "@holdfast/evidence";

/** Kinds of file that hold words and nothing else. A mail, a web page, a PDF and a zip can all carry pictures inside. */
const wordsOnlyTypes: ReadonlySet<string> = new Set([
  "text/plain",
  "text/csv",
  "text/markdown",
  "application/json",
]);

/**
 * Care rule 3: in a case that keeps words only, no file that is a picture, or can hold one, leaves the vault, also
 * when it was taken in before anybody knew. While the question is open the answer is the careful one.
 */
export const isLocked = (pictures: PicturesPolicy, exhibit: Exhibit): boolean => {
  if (pictures === "all-adult") return false;
  const isWords =
    exhibit.derivedFrom?.by === "words-only"
    || exhibit.origin === "words-only"
    || exhibit.origin === "read-from-picture-not-kept"
    || exhibit.origin === "recollection";
  return !isWords && !wordsOnlyTypes.has(baseType(exhibit.mediaType));
};

const baseType = (mediaType: string): string =>
  mediaType.split(";", 1).join("").trim().toLowerCase();
