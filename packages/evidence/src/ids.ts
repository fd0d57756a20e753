import { z } from "zod";

import { type Brand, toBranded } from "./brand.ts";

/** A label in reports: "ev-482913". Drawn at random, because numbering would tell a recipient what is missing. */
export type ExhibitId = Brand<string, "ExhibitId">;
/** 128 random bits as 32 hexadecimal digits; names a case and nothing about it. */
export type CaseId = Brand<string, "CaseId">;
/** 128 random bits: one branch of a vault. A restore starts a new one. */
export type InstanceId = Brand<string, "InstanceId">;

const exhibitIdPattern = /^ev-\d{4,}$/;
const randomIdPattern = /^[0-9a-f]{32}$/;

export const exhibitIdSchema = z
  .string()
  .regex(exhibitIdPattern)
  .transform((text) => toBranded<ExhibitId>(text));
export const caseIdSchema = z
  .string()
  .regex(randomIdPattern)
  .transform((text) => toBranded<CaseId>(text));
export const instanceIdSchema = z
  .string()
  .regex(randomIdPattern)
  .transform((text) => toBranded<InstanceId>(text));

/** The label of a number of at least four digits, which it is filled up to. */
export const toExhibitId = (number: number): ExhibitId =>
  toBranded<ExhibitId>(`ev-${String(number).padStart(4, "0")}`);

export const isExhibitId = (text: string): text is ExhibitId => exhibitIdPattern.test(text);
