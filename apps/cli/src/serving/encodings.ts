/** What is left of a text of the app after compression is a third of it; pictures and fonts are compressed already. */
export type Encoding = "br" | "gzip";

/** The better one that whoever asks understands, `undefined` for none. Source: RFC 9110 §12.5.3. */
export const chooseEncoding = (accepted: string | undefined): Encoding | undefined => {
  const weights = readWeights(accepted ?? "");
  const weightOf = (name: Encoding): number => weights.get(name) ?? weights.get("*") ?? 0;
  const best = weightOf("br") >= weightOf("gzip") ? "br" : "gzip";
  return weightOf(best) > 0 ? best : undefined;
};

/** "gzip, br;q=0" → gzip 1, br 0. What cannot be read as a weight counts as a refusal. */
const readWeights = (accepted: string): ReadonlyMap<string, number> =>
  new Map(
    accepted
      .toLowerCase()
      .split(",")
      .map((one) => one.trim().split(/\s*;\s*/))
      .filter(([name]) => name !== undefined && name !== "")
      .map(([name = "", ...parameters]) => {
        const weight = parameters.find((parameter) => parameter.startsWith("q="));
        if (weight === undefined) return [name, 1];
        const value = Number(weight.slice(2));
        return [name, value >= 0 && value <= 1 ? value : 0];
      }),
  );
