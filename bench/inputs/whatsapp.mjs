// @ts-check
import { createDice, sentence } from "./dice.mjs";
import { writePieces } from "./write-stream.mjs";

/** @typedef {"android-us" | "android-gb" | "iphone-gb" | "iphone-de"} Shape */

/** A date and time in UTC parts → the header before the sender. @type {Readonly<Record<Shape, (at: Date) => string>>} */
const headers = {
  "android-us": (at) => {
    const hour = at.getUTCHours();
    return `${at.getUTCMonth() + 1}/${at.getUTCDate()}/${two(at.getUTCFullYear() % 100)}, ${hour % 12 === 0 ? 12 : hour % 12}:${two(at.getUTCMinutes())}\u202f${hour < 12 ? "AM" : "PM"} - `;
  },
  "android-gb": (at) =>
    `${two(at.getUTCDate())}/${two(at.getUTCMonth() + 1)}/${at.getUTCFullYear()}, ${two(at.getUTCHours())}:${two(at.getUTCMinutes())} - `,
  "iphone-gb": (at) =>
    `[${two(at.getUTCDate())}/${two(at.getUTCMonth() + 1)}/${at.getUTCFullYear()}, ${clock(at)}] `,
  "iphone-de": (at) =>
    `[${two(at.getUTCDate())}.${two(at.getUTCMonth() + 1)}.${two(at.getUTCFullYear() % 100)}, ${clock(at)}] `,
};

/** @param {number} value */
const two = (value) => String(value).padStart(2, "0");
/** @param {Date} at */
const clock = (at) =>
  `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}`;

/**
 * Writes a chat export of exactly `messages` messages: short ones, long ones, one in fifty over several lines, media
 * left out, edited and deleted ones. A million take about 75 MB.
 *
 * @param {string} path
 * @param {number} messages
 * @param {{ shape?: Shape, seed?: number }} [options]
 * @returns {Promise<number>} bytes written
 */
export const writeWhatsAppExport = (path, messages, { shape = "android-gb", seed = 1 } = {}) =>
  writePieces(path, lines(messages, headers[shape], createDice(seed)));

/** @param {number} messages @param {(at: Date) => string} header @param {ReturnType<typeof createDice>} dice */
function* lines(messages, header, dice) {
  let at = Date.UTC(2019, 0, 13, 7, 30);
  // Ten years at most, whatever the number.
  const step = Math.max(2, Math.floor((10 * 365 * 86_400) / messages));
  for (let i = 0; i < messages; i += 1) {
    at += 1_000 * (1 + dice.roll(2 * step - 1));
    yield `${header(new Date(at))}${dice.roll(5) < 3 ? "Arlo" : "Maya"}: ${body(dice)}\n`;
  }
}

/** @param {ReturnType<typeof createDice>} dice */
const body = (dice) => {
  const kind = dice.roll(100);
  if (kind < 2) return `${sentence(dice, 8)}\n${sentence(dice, 6)}\n\n${sentence(dice, 9)}`;
  if (kind < 4) return "<Media omitted>";
  if (kind === 4) return "This message was deleted";
  if (kind === 5) return `${sentence(dice, 7)} <This message was edited>`;
  if (kind < 12) return sentence(dice, 25 + dice.roll(20));
  return sentence(dice, 2 + dice.roll(10));
};
