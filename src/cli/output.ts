/** What a person reads and what a script reads never mix: the document goes to stdout alone. */
export interface Output {
  readonly json: boolean;
  /** The result: one JSON document with `--json`, else the lines. */
  result(document: unknown, lines: readonly string[]): void;
  /** One of many results as they come: a JSON document on a line of its own, or the line. */
  item(document: unknown, line: string): void;
  /** For the person, on stderr. */
  message(text: string): void;
  /** How far it is, in a terminal: one line that the next one takes the place of; empty ends it. */
  progress(text: string): void;
}

const wholeLine = '\r\u001b[K';

export function createOutput(json: boolean): Output {
  const { stderr } = process;
  let isShowing = false;
  const progress = (text: string): void => {
    if (!stderr.isTTY || (text === '' && !isShowing)) return;
    // A longer one would go over to the next line and stay there.
    stderr.write(`${wholeLine}${text.slice(0, stderr.columns - 1)}`);
    isShowing = text !== '';
  };
  return {
    json,
    progress,
    result: (document, lines) => {
      progress('');
      const text = json ? JSON.stringify(document, null, 2) : lines.join('\n');
      if (text !== '') process.stdout.write(`${text}\n`);
    },
    item: (document, line) =>
      void process.stdout.write(`${json ? JSON.stringify(document) : line}\n`),
    message: (text) => {
      progress('');
      stderr.write(`${text}\n`);
    },
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
