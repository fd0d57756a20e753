import { findAllOf, type FindStretches } from "./file-beginnings.ts";

/** Pictures whose own form is text, and other ways of writing a file into one. */
const patterns: readonly RegExp[] = [
  /data:(?:image|video|audio)\/[^\s"')>]*|data:application\/(?:pdf|octet-stream|zip)[^\s"')>]*/gi,
  /(?:=FF=D8=FF|=89PNG)[^\n]*(?:\n(?=[^\n]*=[0-9A-F]{2})[^\n]*)*/gi,
  /<svg[\s>:](?:[\s\S]{0,100000}?<\/svg>|[\s\S]*)/gi,
  /<pict[\s>](?:[\s\S]{0,100000}?<\/pict>|[\s\S]*)/gi,
  /\{\\(?:rtf|pict)[\s\S]*/gi,
  /(?:^|\n)begin(?:-base64)? [0-7]{3,4} \S[\s\S]*?(?:\n(?:end|={4})(?=\r?\n|$)|$)/g,
  /(?:^|\n)=ybegin [\s\S]*?(?:\n=yend[^\n]*|$)/g,
  // Netpbm: P1, P2 and P3 are numbers in words: width, height, the brightest value, and every point.
  /(?:^|\n)[> \t]{0,40}P[123]\s+(?:#[^\n]*\n\s*)*\d{1,5}\s+(?:#[^\n]*\n\s*)*\d{1,5}\s+(?:\d{1,5}[\s,]+){16,}[\d\s,]*/g,
  /(?:^|\n)[> \t]{0,40}P1\s+(?:#[^\n]*\n\s*)*\d{1,5}\s+\d{1,5}\s+[01\s]{32,}/g,
  /\/\* XPM \*\/[\s\S]*?(?:\};|$)/g,
  /#define \w*_width \d+\s+#define \w*_height \d+[\s\S]*?(?:\};|$)/g,
];

export const findTextPictures: FindStretches = (text) => findAllOf(text, patterns);
