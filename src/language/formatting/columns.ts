/** Columns that `text`, which has no line break, takes. */
export function columnsOf(text: string, tabWidth: number): number {
  let tabs = 0;
  for (let at = text.indexOf('\t'); at >= 0; at = text.indexOf('\t', at + 1)) tabs += 1;
  return text.length + tabs * (tabWidth - 1);
}

/** White space that takes that many columns, in the way `unit` is written. */
export function indentationOf(columns: number, unit: string, tabWidth: number): string {
  if (!unit.includes('\t')) return ' '.repeat(columns);
  return '\t'.repeat(Math.floor(columns / tabWidth)) + ' '.repeat(columns % tabWidth);
}
