import type { HasherDep } from "@holdfast/evidence";

import { sha256Bytes, utf8 } from "../hash.ts";
import { markup } from "./html.ts";
import { styleSheet } from "./style-sheet.ts";

/**
 * A page that can do nothing: no script, no load from anywhere, no form; its one style sheet is allowed by its hash.
 */
export function* page(
  deps: HasherDep,
  title: string,
  body: Iterable<{ readonly markup: string }>,
): Generator<string> {
  const styleHash = base64(sha256Bytes(deps, utf8(styleSheet)));
  const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;
  yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n';
  yield markup`<meta http-equiv="Content-Security-Policy" content="${policy}" />
    <meta name="referrer" content="no-referrer" />
    <meta name="robots" content="noindex" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title}</title> `.markup;
  yield `\n<style>${styleSheet}</style>\n</head>\n<body>\n`;
  for (const part of body) yield part.markup;
  yield "</body>\n</html>\n";
}

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
