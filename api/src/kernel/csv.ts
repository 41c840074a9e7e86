/**
 * Lines as CSV (RFC 4180) with CRLF. A text a spreadsheet would take for a formula gets an apostrophe before it, so that
 * a name somebody chose cannot run in the office's spreadsheet; numbers stay numbers.
 */
export function csvText(lines: readonly (readonly (string | number)[])[]): string {
  return lines.map((line) => `${line.map(csvCell).join(',')}\r\n`).join('')
}

function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
