import type { HasherDep } from "@holdfast/evidence";
import { sharePageSentence as say } from "@holdfast/words";
import { encodeQR } from "qr";

import { type Html, markup } from "../html/html.ts";
import { page } from "../html/page.ts";

/** One recovery share, as it is printed for the person who keeps it. */
export interface ShareCard {
  /** The words of the share, with one space between. */
  readonly words: string;
  /** From 1. */
  readonly number: number;
  readonly count: number;
  /** How many of the cards open the case together. */
  readonly threshold: number;
  /** A day like "2026-11-27". */
  readonly madeOn: string;
}

/** The page to print, in pieces: no script, nothing loaded, and not a word of what the case is about. */
export function* sharePage(deps: HasherDep, card: ShareCard): Generator<string> {
  const { number, count } = card;
  yield* page(deps, say("title", { number, count }), [body(card)]);
}

const body = ({ words, number, count, threshold, madeOn }: ShareCard): Html => markup`<main>
    <h1>${say("title", { number, count })}</h1>
    <p>${say("lead", {})}</p>
    <h2>${say("words", {})}</h2>
    <ol class="words">
      ${words.split(" ").map((word) => markup`<li>${word}</li> `)}
    </ol>
    <h2>${say("square", {})}</h2>
    ${square(words)}
    <h2>${say("what", {})}</h2>
    <p>${say("whatWords", { threshold, count })}</p>
    <h2>${say("asked", {})}</h2>
    <p>${say("askedFirst", {})}</p>
    <p>${say("askedThen", {})}</p>
    <h2>${say("not", {})}</h2>
    <ul>
      <li>${say("notPicture", {})}</li>
      <li>${say("notType", {})}</li>
      <li>${say("notTogether", {})}</li>
    </ul>
    <h2>${say("lost", {})}</h2>
    <p>${say("lostWords", {})}</p>
    <p>${say("pressed", {})}</p>
    <p class="small soft">${say("madeOn", { day: madeOn })}</p>
  </main> `;

/**
 * In capital letters, which a QR code holds in little more than half the room (ISO/IEC 18004, alphanumeric mode): larger
 * squares are read from a worn card by a cheap camera. Whoever reads the words takes no notice of their case.
 */
const square = (words: string): Html => {
  const rows = encodeQR(words.toUpperCase(), "raw", { ecc: "quartile", border: 4 });
  const size = rows.length;
  const path = rows
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")))
    .join("");
  return markup`<svg
    class="square"
    viewBox="0 0 ${size} ${size}"
    role="img"
    aria-label="${say("square", {})}"
    shape-rendering="crispEdges"
  >
    <path d="${path}" fill="#000" />
  </svg>`;
};
