// Rows as comma-separated values (RFC 4180) that spreadsheets may open without harm: addresses, hosts and names are hostile text, and a cell that
// begins like a formula would be run as one. https://owasp.org/www-community/attacks/CSV_Injection

export type Cell = string | number;

/** What spreadsheets take for the beginning of a formula, also in the wide forms of East Asian keyboards. */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** The rows as one text, each line ended by CR LF. */
export function writeCsv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('');
}

/** An apostrophe keeps a spreadsheet from calculating; NUL ends texts for some readers. */
function writeCell(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const text = cell.replaceAll('\0', '\uFFFD');
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
