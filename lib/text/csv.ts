// Writes comma-separated values (RFC 4180) that are safe to open in a spreadsheet: addresses, hosts and names are hostile text, and a spreadsheet
// runs a cell that begins like a formula. https://owasp.org/www-community/attacks/CSV_Injection

export type Cell = string | number;

/** How formulas begin, also in the full-width forms of East Asian keyboards. */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/** The rows as one text, each line ended by CR LF. */
export function writeCsv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('');
}

/** A leading apostrophe makes a spreadsheet show a formula as text; NUL ends the text for some readers, so it is replaced. */
function writeCell(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const text = cell.replaceAll('\0', '\uFFFD');
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
