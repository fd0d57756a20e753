import type { Format } from "./format.ts";
import { documentFormat } from "./formats/document/format.ts";
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
  documentFormat,
];
