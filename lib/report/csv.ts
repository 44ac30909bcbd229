// Rows as CSV (RFC 4180) that a spreadsheet can open without harm: hosts and names are hostile text, and a cell that begins like a formula
// would be run as one. https://owasp.org/www-community/attacks/CSV_Injection

export type Cell = string | number;

/** The rows as one text, each line ended by CR LF. */
export function writeCsv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('');
}

function writeCell(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
