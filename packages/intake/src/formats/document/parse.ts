import type { Parsed } from "@holdfast/evidence";

import type { ParseInput } from "../../format.ts";

// oxlint-disable-next-line typescript/require-await -- the contract of a format is asynchronous
export async function* parseDocument(input: ParseInput): AsyncGenerator<readonly Parsed[]> {
  const span = { offset: 0, length: input.source.sizeInBytes };
  yield [
    {
      kind: "item",
      item: { kind: "document", span, time: { kind: "unknown" }, subject: input.name },
    },
    { kind: "note", note: { code: "no_known_format", span } },
  ];
}
