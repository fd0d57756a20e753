import type { Format } from "./format.ts";
import { documentFormat } from "./formats/document/format.ts";

/**
 * Every known format. The order decides between equal confidence: the narrower format stands before the wider one.
 * `document` takes what nobody else knows, and stays last.
 */
export const formats: readonly Format[] = [documentFormat];
