import { cliHelp, cliSentence } from "@holdfast/words";
import { describe, expect, test } from "vitest";
import { z } from "zod";

import { errorAnswerSchema } from "./common.ts";
import { contracts } from "./contracts.ts";

const schemaText = (schema: z.ZodType): string =>
  `${JSON.stringify(z.toJSONSchema(schema, { io: "output" }), undefined, 2)}\n`;

/** docs/cli.md is made from the help and the contract: `npx vitest run apps/cli -u` writes both anew. */
const cliPage = (): string => {
  const sections = Object.entries(cliHelp).map(([name, help]) =>
    [
      `## holdfast ${name}`,
      "",
      help.summary,
      "",
      "```",
      help.usage,
      "```",
      "",
      help.text,
      "",
      "| option | meaning |",
      "| --- | --- |",
      ...help.options.map(
        ([flag, meaning]) => `| \`${flag.replaceAll("|", "\\|")}\` | ${meaning} |`,
      ),
      "",
      ...help.examples.map(
        ([command, meaning]) => `- \`${command}\`${meaning === "" ? "" : `: ${meaning}`}`,
      ),
      "",
      `Answer with \`--json\`: [${name}.schema.json](../apps/cli/contract/${name}.schema.json).`,
      "",
    ].join("\n"),
  );
  return [
    "# The command line",
    "",
    "Made from `packages/words` and `apps/cli/src/contract`; do not edit by hand.",
    "",
    cliSentence("help_exit_codes", {}),
    "",
    "Secrets come from a prompt, `--passphrase-file`, `HOLDFAST_PASSPHRASE`, `HOLDFAST_NEW_PASSPHRASE` or `HOLDFAST_AGE_PASSPHRASE`; never from an argument.",
    "A failure with `--json` answers [error.schema.json](../apps/cli/contract/error.schema.json).",
    "",
    ...sections,
  ].join("\n");
};

describe("the contract of the command line", () => {
  test.each(Object.keys(contracts))(
    "%s answers by the schema that is written down",
    async (name) => {
      const schema = Object.entries(contracts).find(([key]) => key === name)?.[1];
      expect(schema).toBeDefined();
      if (schema === undefined) return;
      await expect(schemaText(schema)).toMatchFileSnapshot(`../../contract/${name}.schema.json`);
    },
  );

  test("failures answer by the schema that is written down", async () => {
    await expect(schemaText(errorAnswerSchema)).toMatchFileSnapshot(
      "../../contract/error.schema.json",
    );
  });

  test("docs/cli.md says what --help says", async () => {
    await expect(cliPage()).toMatchFileSnapshot("../../../../docs/cli.md");
  });
});
