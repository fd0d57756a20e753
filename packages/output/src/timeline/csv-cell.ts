/** The characters by which a spreadsheet knows a formula, plain and full-width, also behind blanks that it skips. */
const formulaStart =
  /^[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\0]*[=+\-@|%\uff1d\uff0b\uff0d\uff20\u2212]/;

/** Controls that spreadsheets and terminals act on; line breaks and tabs inside quotes are ordinary text. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const control = /[\0-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Most cells: they start harmlessly and hold nothing that needs care. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const plain = /^[A-Za-z0-9][^"\0-\u001f\u007f]*$/;

/**
 * One cell of timeline.csv: quoted (RFC 4180), and unable to start a formula. A cell that would gets an apostrophe in
 * front, which spreadsheets hide; so does one that starts with a tab or a line break.
 */
const csvCell = (value: string): string => {
  if (value === "" || plain.test(value)) return `"${value}"`;
  const text = value.replace(control, "\ufffd");
  const safe = formulaStart.test(text) || /^[\t\r\n']/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
};

export const csvRow = (values: readonly string[]): string => `${values.map(csvCell).join(",")}\r\n`;
