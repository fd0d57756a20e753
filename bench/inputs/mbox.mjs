// @ts-check
import { createDice, sentence } from "./dice.mjs";
import { writePieces } from "./write-stream.mjs";

/**
 * Writes an mbox of `mails` mails: plain ones, quoted-printable and base64 ones, text and HTML together, encoded
 * subjects and folded headers, and one in twenty with a small attachment. 200,000 take about 450 MB.
 *
 * @param {string} path
 * @param {number} mails
 * @param {{ seed?: number }} [options]
 * @returns {Promise<number>} bytes written
 */
export const writeMbox = (path, mails, { seed = 1 } = {}) =>
  writePieces(path, entries(mails, createDice(seed)));

/** @typedef {ReturnType<typeof createDice>} Dice */

/** @param {number} mails @param {Dice} dice */
function* entries(mails, dice) {
  const start = Date.UTC(2016, 1, 3, 6, 0);
  for (let i = 0; i < mails; i += 1) {
    const at = new Date(start + i * 1_500_000 + dice.roll(900) * 1_000);
    yield `From ${i}@xxx ${unixDate(at)}\n${headers(i, at, dice)}${content(i, dice)}\n`;
  }
}

const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** @param {number} value */
const two = (value) => String(value).padStart(2, "0");
/** @param {Date} at */
const clock = (at) => at.toISOString().slice(11, 19);
/** @param {Date} at */
const unixDate = (at) =>
  `${weekdays[at.getUTCDay()]} ${months[at.getUTCMonth()]} ${two(at.getUTCDate())} ${clock(at)} +0000 ${at.getUTCFullYear()}`;
/** @param {Date} at */
const mailDate = (at) =>
  `${weekdays[at.getUTCDay()]}, ${two(at.getUTCDate())} ${months[at.getUTCMonth()]} ${at.getUTCFullYear()} ${clock(at)} +0000`;

/** @param {number} i @param {Date} at @param {Dice} dice */
const headers = (i, at, dice) => {
  const sender = `sender${dice.roll(400)}`;
  const subject = sentence(dice, 3 + dice.roll(6));
  return (
    `X-GM-THRID: ${1_500_000_000 + i}\nX-Gmail-Labels: ${dice.roll(4) === 0 ? "Inbox,Important" : "Archived,Opened"}\n`
    + "Delivered-To: maya@example.com\n"
    + `Received: from mail.example.org (mail.example.org [192.0.2.${dice.roll(255)}])\n\tby mx.example.com with ESMTPS id ${i.toString(36)};\n\t${mailDate(at)}\n`
    + `Authentication-Results: mx.example.com;\n\tdkim=pass header.d=example.org;\n\tspf=pass smtp.mailfrom=${sender}@example.org\n`
    + `Message-ID: <${i}.${sender}@example.org>\nDate: ${mailDate(at)}\nFrom: ${sender} <${sender}@example.org>\nTo: Maya <maya@example.com>\n`
    + `Subject: ${/^[ -~]*$/.test(subject) ? subject : encodedWords(subject)}\nMIME-Version: 1.0\n`
  );
};

/** @param {string} text */
const encodedWords = (text) =>
  text
    .split(" ")
    .map((word, i) => `=?utf-8?B?${base64(i === 0 ? word : ` ${word}`)}?=`)
    .join("\n ");

/** @param {string} text */
const base64 = (text) => Buffer.from(text).toString("base64");
/** @param {string} text */
const base64Lines = (text) => base64(text).replace(/.{76}/g, "$&\n");

/** @param {Dice} dice */
const paragraphs = (dice) =>
  Array.from({ length: 2 + dice.roll(8) }, () => sentence(dice, 12 + dice.roll(30))).join("\n\n");

/** @param {string} text */
const quotedPrintable = (text) =>
  text
    .split("\n")
    .map((line) => {
      let out = "";
      let column = 0;
      for (const byte of Buffer.from(line)) {
        const token =
          byte === 61 || byte > 126
            ? `=${byte.toString(16).toUpperCase()}`
            : String.fromCharCode(byte);
        if (column + token.length > 74) {
          out += "=\n";
          column = 0;
        }
        out += token;
        column += token.length;
      }
      return out;
    })
    .join("\n");

const utf8Text = "Content-Type: text/plain; charset=utf-8\n";
const utf8Html = "Content-Type: text/html; charset=utf-8\n";

/** @param {number} i @param {Dice} dice */
const content = (i, dice) => {
  const text = paragraphs(dice);
  const kind = dice.roll(20);
  const boundary = `=_part_${i}`;
  if (kind === 0) {
    const attached = base64Lines(sentence(dice, 600));
    return (
      `Content-Type: multipart/mixed; boundary="${boundary}"\n\n--${boundary}\n${utf8Text}Content-Transfer-Encoding: 8bit\n\n${text}\n`
      + `--${boundary}\nContent-Type: application/octet-stream; name="notes-${i}.dat"\nContent-Transfer-Encoding: base64\n`
      + `Content-Disposition: attachment; filename="notes-${i}.dat"\n\n${attached}\n--${boundary}--\n`
    );
  }
  if (kind < 8) {
    const html = `<html><body>${text
      .split("\n\n")
      .map((paragraph) => `<p>${paragraph}</p>`)
      .join("\n")}</body></html>`;
    return (
      `Content-Type: multipart/alternative; boundary="${boundary}"\n\n--${boundary}\n${utf8Text}Content-Transfer-Encoding: quoted-printable\n\n${quotedPrintable(text)}\n`
      + `--${boundary}\n${utf8Html}Content-Transfer-Encoding: quoted-printable\n\n${quotedPrintable(html)}\n--${boundary}--\n`
    );
  }
  if (kind < 10) return `${utf8Text}Content-Transfer-Encoding: base64\n\n${base64Lines(text)}\n`;
  if (kind < 13) {
    return `${utf8Text}Content-Transfer-Encoding: quoted-printable\n\n${quotedPrintable(text)}\n`;
  }
  return `${utf8Text}Content-Transfer-Encoding: 8bit\n\n${text}\n`;
};
