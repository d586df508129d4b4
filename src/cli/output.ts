/** What a person reads and what a script reads never mix: the document goes to stdout alone. */
export interface Output {
  readonly json: boolean;
  /** The result: one JSON document with `--json`, else the lines. */
  result(document: unknown, lines: readonly string[]): void;
  /** One of many results as they come: a JSON document on a line of its own, or the line. */
  item(document: unknown, line: string): void;
  /** For the person, on stderr. */
  message(text: string): void;
}

export function createOutput(json: boolean): Output {
  return {
    json,
    result: (document, lines) => {
      const text = json ? JSON.stringify(document, null, 2) : lines.join('\n');
      if (text !== '') process.stdout.write(`${text}\n`);
    },
    item: (document, line) =>
      void process.stdout.write(`${json ? JSON.stringify(document) : line}\n`),
    message: (text) => void process.stderr.write(`${text}\n`),
  };
}

/** Columns as wide as their widest cell. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, index) => (widths[index] = Math.max(widths[index] ?? 0, cell.length)));
  }
  return rows.map((row) =>
    row
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
