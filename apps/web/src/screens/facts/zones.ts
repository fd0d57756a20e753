/** "America/New_York" as people read it: "New York". The exact name is kept. */
export const cityOf = (zone: string): string =>
  (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");

/** Zones of whose city or region the letters are a part, those that begin with them first. */
export const findZones = (
  zones: readonly string[],
  letters: string,
  most: number,
): readonly string[] => {
  const wanted = fold(letters);
  if (wanted === "") return [];
  const found = zones.filter((zone) => fold(zone).includes(wanted));
  const starts = (zone: string): number => (fold(cityOf(zone)).startsWith(wanted) ? 0 : 1);
  return found.toSorted((a, b) => starts(a) - starts(b)).slice(0, most);
};

const fold = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("_", " ").toLowerCase().trim();
