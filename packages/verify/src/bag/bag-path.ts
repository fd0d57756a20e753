/** False for names that lead out of the bag on some system: "..", absolute, drive letters, backslashes, control characters. */
export const isSafePath = (path: string): boolean =>
  path.length > 0
  && !path.startsWith("/")
  && !/^[A-Za-z]:/.test(path)
  && !path.includes("\\")
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  && !/[\u0000-\u001f\u007f]/.test(path)
  && !path.split("/").some((part) => part === "" || part === "." || part === "..");
