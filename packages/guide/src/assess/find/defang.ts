/**
 * An address of a web page as it may be shown: nobody, and no terminal that makes links by itself, follows it by a slip.
 * "https://example.org/a" becomes "hxxps://example[.]org/a".
 */
export const defangUrl = (url: string): string => {
  const [, scheme = "", host = "", rest = ""] =
    /^([a-z]+(?::|\[:\])\/\/)?([^/?#]*)(.*)$/isu.exec(url) ?? [];
  return `${scheme.replace(/^http/i, "hxxp")}${host.replaceAll(/(?<!\[)\.(?!\])/g, "[.]")}${rest}`;
};
