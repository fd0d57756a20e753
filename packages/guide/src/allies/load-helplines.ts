import { err, ok, type Result } from "@holdfast/evidence";

import type { ContentPort, LoadContentError } from "../content/content-port.ts";
import { type HelplinePlace, helplinePlaceSchema } from "./helplines.ts";

/** Everything that can help somebody in one country: its own lines, those of its region, and the world's. */
export interface HelplinePlaces {
  /** Absent when we know of no line there, or do not know the country. */
  readonly country?: HelplinePlace;
  readonly region?: HelplinePlace;
  readonly world: HelplinePlace;
}

/** Regions whose members share numbers. */
const regions = ["EU"] as const;

/**
 * Reads the lines for a country; without a country, the world's alone. That a country has no file is no error: then its
 * region and the world stand alone.
 */
export const loadHelplines = async (
  content: ContentPort,
  country?: string,
): Promise<Result<HelplinePlaces, LoadContentError>> => {
  const world = await loadPlace(content, "GLOBAL");
  if (!world.ok) return world;
  if (country === undefined || !/^[A-Z]{2}$/.test(country)) return ok({ world: world.value });

  const own = await loadPlace(content, country);
  if (!own.ok && own.error.code !== "content_missing") return own;
  const region = await findRegion(content, country);
  if (!region.ok) return region;
  return ok({
    world: world.value,
    ...(own.ok ? { country: own.value } : {}),
    ...(region.value === undefined ? {} : { region: region.value }),
  });
};

const findRegion = async (
  content: ContentPort,
  country: string,
): Promise<Result<HelplinePlace | undefined, LoadContentError>> => {
  for (const id of regions) {
    if (id === country) continue;
    const region = await loadPlace(content, id);
    if (!region.ok) return region;
    if (region.value.members?.value.includes(country) === true) return region;
  }
  return ok(undefined);
};

const loadPlace = async (
  content: ContentPort,
  id: string,
): Promise<Result<HelplinePlace, LoadContentError>> => {
  const loaded = await content.loadContent("helplines", id);
  if (!loaded.ok) return loaded;
  const read = helplinePlaceSchema.safeParse(loaded.value);
  if (!read.success) return err({ code: "content_misfit", kind: "helplines", id });
  return ok(read.data);
};
