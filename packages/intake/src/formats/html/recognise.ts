import type { FileHead, Recognition } from "../../format.ts";
import { decodeAs, detectEncoding } from "../../text/text-encoding.ts";
import { isSavedPage, readHeadFields } from "../eml/recognise.ts";

/** A page with everything in one file, as browsers save it: a mail in shape. */
export const isMhtmlHead = (head: Uint8Array): boolean => isSavedPage(readHeadFields(head));

export const recogniseHtml = ({ name, head }: FileHead): Recognition => {
  const isNamed = /\.(?:html?|xhtml|mht|mhtml)$/i.test(name);
  if (isMhtmlHead(head)) {
    return { confidence: "signature", mediaType: "multipart/related", reasons: ["mhtml_headers"] };
  }
  const mediaType = "text/html";
  const { label, markSizeInBytes } = detectEncoding(head);
  const start = decodeAs(head.subarray(markSizeInBytes, 4_096), label).text;
  const clean = start.replace(/^(?:\s|<!--[\s\S]*?-->|<\?xml[^>]*>)*/, "");
  if (/^<!doctype html\b|^<html[\s>]/i.test(clean)) {
    return { confidence: "signature", mediaType, reasons: ["html_start"] };
  }
  if (isNamed && /<(?:html|head|body|title|meta|div|p|table|span|a)[\s>]/i.test(start)) {
    return { confidence: "shape", mediaType, reasons: ["name_html", "html_tags"] };
  }
  return { confidence: "none", mediaType, reasons: [] };
};
