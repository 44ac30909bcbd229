// Tables as comma-separated values (RFC 4180) that spreadsheets may open: a value of a hostile page never becomes a formula there.
// https://owasp.org/www-community/attacks/CSV_Injection

/** What spreadsheets take for the beginning of a formula, also in the wide forms of East Asian keyboards. */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** One row per line, each ended by CRLF, every value in quotes. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(writeValue).join(',')}\r\n`).join('');
}

/** In quotes always: then no value needs a rule of its own. An apostrophe keeps a spreadsheet from calculating; NUL ends texts for some readers. */
function writeValue(value: string): string {
  const text = value.replaceAll('\0', '\uFFFD');
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}
