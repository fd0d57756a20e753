import { setupI18n } from "@lingui/core";
import { compileMessage } from "@lingui/message-utils/compileMessage";

export type MessageParameters = Readonly<Record<string, string | number>>;

/**
 * Makes the speaker of one area of messages in ICU syntax. Messages are compiled when they are first said.
 *
 * Shape: `messages` is a total record, so that a code without a sentence does not compile.
 */
export const createSentences = <Code extends string>(
  locale: string,
  messages: Readonly<Record<Code, string>>,
): ((code: Code, parameters: MessageParameters) => string) => {
  const i18n = setupI18n({ locale, messages: { [locale]: {} } });
  const compiled = new Set<Code>();
  return (code, parameters) => {
    if (!compiled.has(code)) {
      i18n.load(locale, { [code]: compileMessage(messages[code]) });
      compiled.add(code);
    }
    return i18n._(code, { ...parameters });
  };
};
