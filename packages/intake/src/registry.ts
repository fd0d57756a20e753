import type { Format } from "./format.ts";
import { documentFormat } from "./formats/document/format.ts";
import { emlFormat } from "./formats/eml/format.ts";
import { htmlFormat } from "./formats/html/format.ts";
import { mboxFormat } from "./formats/mbox/format.ts";
import { mediaFormat } from "./formats/media/format.ts";
import { pdfFormat } from "./formats/pdf/format.ts";
import { pictureFormat } from "./formats/picture/format.ts";
import { plainTextFormat } from "./formats/plain-text/format.ts";
import { whatsappTxtFormat } from "./formats/whatsapp-txt/format.ts";
import { whatsappZipFormat } from "./formats/whatsapp-zip/format.ts";
import { zipFormat } from "./formats/zip/format.ts";

/**
 * Every known format. The order decides between equal confidence: the narrower format stands before the wider one.
 * `document` takes what nobody else knows, and stays last.
 */
export const formats: readonly Format[] = [
  whatsappTxtFormat,
  whatsappZipFormat,
  zipFormat,
  emlFormat,
  mboxFormat,
  htmlFormat,
  pictureFormat,
  mediaFormat,
  pdfFormat,
  plainTextFormat,
  documentFormat,
];
