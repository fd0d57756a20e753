import { cliSentence } from "@holdfast/words";

import { type Command, textOption } from "../command.ts";
import { createVaultAt } from "../open-vault.ts";
import { childLineSentence } from "../protected/tell-protected.ts";
import { cannotOpen, wrongUsage } from "../usage.ts";

export const initCommand: Command = {
  name: "init",
  options: { pictures: { type: "string" }, "passphrase-file": { type: "string" } },
  positionals: { least: 1, most: 1 },
  run: async (context, input) => {
    const [path = ""] = input.positionals;
    const pictures = textOption(input.values, "pictures") ?? "unasked";
    if (pictures !== "all-adult" && pictures !== "protected" && pictures !== "unasked") {
      return wrongUsage("usage_pictures", {});
    }
    const created = await createVaultAt(context, input, path, pictures);
    if (!created.ok) return cannotOpen(created.error, path);
    const vault = created.value;
    const { id } = vault.readCase();
    await vault.close();
    return {
      kind: "answered",
      exitCode: 0,
      answer: { holdfast: 1, command: "init", vault: path, case: id, pictures },
      text: `${[
        cliSentence("init_done", { vault: path }),
        cliSentence(picturesMessage[pictures], {}),
        ...(pictures === "protected"
          ? [await childLineSentence(undefined, context.clock.now())]
          : []),
      ].join("\n\n")}\n`,
    };
  },
};

const picturesMessage = {
  "all-adult": "init_pictures_all_adult",
  protected: "init_pictures_protected",
  unasked: "init_pictures_unasked",
} as const;
