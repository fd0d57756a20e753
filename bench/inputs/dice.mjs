// @ts-check
// A number generator that gives the same numbers everywhere: a bench of tomorrow reads the input of today.

/** mulberry32. @param {number} seed */
export const createDice = (seed) => {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    /** A whole number from 0 to `below` - 1. @param {number} below */
    roll: (below) => Math.floor(next() * below),
    /** @template T @param {readonly [T, ...T[]]} list @returns {T} */
    pick: (list) => list[Math.floor(next() * list.length)] ?? list[0],
  };
};

/** Common words of four languages and scripts, and rarer ones, so that a search has something to tell apart. */
const common = /** @type {const} */ ([
  "the",
  "and",
  "you",
  "to",
  "it",
  "not",
  "is",
  "we",
  "on",
  "at",
  "home",
  "today",
  "later",
  "bread",
  "train",
  "late",
  "call",
  "me",
  "when",
  "yes",
  "no",
  "good",
  "night",
  "mañana",
  "gracias",
  "aber",
  "nicht",
  "heute",
  "ہاں",
  "کل",
]);
const rare = /** @type {const} */ ([
  "umbrella",
  "auditors",
  "deposit",
  "lentils",
  "printer",
  "spinach",
  "landlord",
  "bridge",
  "Zürich",
  "شکریہ",
  "好的",
  "спасибо",
  "curtains",
  "invoice",
  "folder",
  "garden",
]);

/** @param {ReturnType<typeof createDice>} dice @param {number} words */
export const sentence = (dice, words) => {
  let text = "";
  for (let i = 0; i < words; i += 1) {
    text += `${i === 0 ? "" : " "}${dice.roll(12) === 0 ? dice.pick(rare) : dice.pick(common)}`;
  }
  return text;
};
