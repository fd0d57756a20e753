/** Words and beginnings of words (`hour*`), each with what it means; the longest that fits is meant. */
export interface WordTable<T> {
  readonly find: (folded: string) => T | undefined;
}

/** @param entries folded, a `*` at the end for every word that begins so */
export const createWordTable = <T>(entries: Iterable<readonly [string, T]>): WordTable<T> => {
  const exact = new Map<string, T>();
  const beginnings: (readonly [string, T])[] = [];
  for (const [word, value] of entries) {
    if (word.endsWith("*")) beginnings.push([word.slice(0, -1), value]);
    else if (!exact.has(word)) exact.set(word, value);
  }
  beginnings.sort(([a], [b]) => b.length - a.length);
  return {
    find: (folded) =>
      exact.get(folded) ?? beginnings.find(([beginning]) => folded.startsWith(beginning))?.[1],
  };
};
