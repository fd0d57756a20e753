import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { guideFactsSchema } from "@holdfast/guide";

import type { Vignette } from "./score.ts";

/** By language, in the order of the files. A file that is no list of vignettes is a fault. @param folder bench/assess/vignettes */
export const readVignettes = (folder: string): ReadonlyMap<string, readonly Vignette[]> =>
  new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .toSorted()
      .map((name) => {
        const value: unknown = JSON.parse(readFileSync(join(folder, name), "utf8"));
        if (!Array.isArray(value)) throw new Error(`${name} is not a list`);
        return [
          name.replace(/\.json$/, ""),
          value.map((one: unknown) => {
            if (!isVignette(one)) throw new Error(`${name}: ${JSON.stringify(one).slice(0, 200)}`);
            return one;
          }),
        ];
      }),
  );

const isVignette = (value: unknown): value is Vignette =>
  typeof value === "object"
  && value !== null
  && "id" in value
  && typeof value.id === "string"
  && "text" in value
  && typeof value.text === "string"
  && "facts" in value
  && guideFactsSchema.safeParse(value.facts).success
  && "expect" in value
  && typeof value.expect === "object"
  && value.expect !== null
  && "scenario" in value.expect
  && Array.isArray(value.expect.scenario)
  && value.expect.scenario.length > 0;
