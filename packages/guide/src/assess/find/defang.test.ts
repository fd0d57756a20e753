import { expect, it } from "vitest";

import { defangUrl } from "./defang.ts";

it.each([
  ["https://pay.example.org/a.b?c=d", "hxxps://pay[.]example[.]org/a.b?c=d"],
  ["t.me/somebody", "t[.]me/somebody"],
  ["HTTP://EXAMPLE.ORG", "hxxp://EXAMPLE[.]ORG"],
  ["hxxps://example[.]org/", "hxxps://example[.]org/"],
])("shows %s so that nothing follows it", (url, shown) => {
  expect(defangUrl(url)).toBe(shown);
});
