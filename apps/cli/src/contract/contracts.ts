import type { z } from "zod";

import type { CommandName } from "../command.ts";
import {
  addAnswerSchema,
  backupAnswerSchema,
  eraseAnswerSchema,
  exportAnswerSchema,
  factsAnswerSchema,
  initAnswerSchema,
  inspectAnswerSchema,
  passphraseAnswerSchema,
  restoreAnswerSchema,
  searchAnswerSchema,
  serveAnswerSchema,
  sharesAnswerSchema,
  stampAnswerSchema,
  timelineAnswerSchema,
  verifyAnswerSchema,
  wordsAnswerSchema,
} from "./answers.ts";
import { assessAnswerSchema, planAnswerSchema } from "./guide-answers.ts";

/** The schema of every --json answer; total, so that a new command cannot come without one. */
export const contracts: Readonly<Record<CommandName, z.ZodType>> = {
  init: initAnswerSchema,
  add: addAnswerSchema,
  inspect: inspectAnswerSchema,
  timeline: timelineAnswerSchema,
  search: searchAnswerSchema,
  facts: factsAnswerSchema,
  words: wordsAnswerSchema,
  export: exportAnswerSchema,
  verify: verifyAnswerSchema,
  stamp: stampAnswerSchema,
  backup: backupAnswerSchema,
  restore: restoreAnswerSchema,
  passphrase: passphraseAnswerSchema,
  shares: sharesAnswerSchema,
  erase: eraseAnswerSchema,
  assess: assessAnswerSchema,
  plan: planAnswerSchema,
  serve: serveAnswerSchema,
};
