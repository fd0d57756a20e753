/** Words of the paper that are asked for again: different places, counted from 1, in the order of the paper. */
export const choosePlacesToAsk = (
  count: number,
  howMany: number,
  random: (length: number) => Uint8Array,
): readonly number[] => {
  const left = Array.from({ length: count }, (_, index) => index + 1);
  const chosen: number[] = [];
  for (const byte of random(Math.min(howMany, count))) {
    chosen.push(...left.splice(byte % left.length, 1));
  }
  return chosen.toSorted((a, b) => a - b);
};

/** How many of the answers are not the word at their place. Capitals and spaces around do not count. */
export const countWrong = (
  words: readonly string[],
  asked: readonly { readonly place: number; readonly answer: string }[],
): number =>
  asked.filter(({ place, answer }) => words[place - 1] !== answer.trim().toLowerCase()).length;
