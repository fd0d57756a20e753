import { foldText, wordsOf } from "./fold-text.ts";
import { asNumber, asText, type Session } from "./session.ts";

/** Shorter words have neighbours everywhere. */
const shortestWord = 4;
/** From this length on, two letters may be others. */
const longWord = 7;
/** A hostile file with a million made-up words costs no more than this many. */
const mostCompared = 50_000;
const mostGiven = 5;

/**
 * See `Vault.similarWords`. Words with the same first letter are looked at: people seldom get that one wrong, and all the
 * others would be the whole index.
 */
export const similarWords = (session: Session, word: string): readonly string[] => {
  const words = wordsOf(foldText(word));
  const [wanted = ""] = words;
  const letters = Array.from(wanted);
  const [first] = letters;
  if (words.length !== 1 || first === undefined || letters.length < shortestWord) return [];
  const most = letters.length < longWord ? 1 : 2;
  session.db.exec(
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.known_words USING fts5vocab('main', 'search_words', 'row')",
  );
  return session
    .sql(
      `SELECT term, doc FROM temp.known_words WHERE term >= ? AND term < ? LIMIT ${mostCompared}`,
    )
    .all(first, `${first}\u{10ffff}`)
    .map((row) => ({ term: asText(row["term"]), items: asNumber(row["doc"]) }))
    .map((known) => ({ ...known, distance: distanceOf(letters, Array.from(known.term), most) }))
    .filter(({ distance }) => distance > 0 && distance <= most)
    .sort((a, b) => a.distance - b.distance || b.items - a.items)
    .slice(0, mostGiven)
    .map(({ term }) => term);
};

/** Letters to change, add, leave out or swap with their neighbour; `most + 1` for everything farther than that. */
const distanceOf = (a: readonly string[], b: readonly string[], most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      const isSwapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      line.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (line[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + (isSame ? 0 : 1),
          isSwapped ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    if (Math.min(...line) > most) return most + 1;
    [before, last] = [last, line];
  }
  return last[b.length] ?? 0;
};
