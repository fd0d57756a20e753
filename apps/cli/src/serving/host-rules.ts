/** What a host adds to the files that it serves: the `_headers` file that the build of the app writes beside them. */
export interface HostRule {
  /** "/exact" or "/folder/*". */
  readonly path: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** Reads a `_headers` file: a path at the start of a line, its headers indented below it. */
export const parseHostRules = (text: string): readonly HostRule[] =>
  text
    .split(/\n(?=\/)/)
    .filter((block) => block.startsWith("/"))
    .map((block) => {
      const [path = "", ...lines] = block.split("\n").map((line) => line.trim());
      return {
        path,
        headers: lines.flatMap((line) => {
          const colon = line.indexOf(":");
          return colon < 1
            ? []
            : [[line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const];
        }),
      };
    });

/** The headers of one path. What two rules say of one header is joined, as hosts do. */
export const headersOf = (
  rules: readonly HostRule[],
  path: string,
): Readonly<Record<string, string>> => {
  const found = new Map<string, string>();
  for (const rule of rules) {
    if (!covers(rule.path, path)) continue;
    for (const [name, value] of rule.headers) {
      const before = found.get(name);
      found.set(name, before === undefined ? value : `${before}, ${value}`);
    }
  }
  return Object.fromEntries(found);
};

const covers = (rule: string, path: string): boolean =>
  rule.endsWith("*") ? path.startsWith(rule.slice(0, -1)) : path === rule;
