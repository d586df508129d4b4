/** What is wrong in a line of a file of SQL: as it is told, and as it is found again in what was told. */
export const atLine = (file: string, line: string | number, text: string): string =>
  `${file}, line ${line}: ${text}`;

/** The line that a text of `atLine` is about; undefined when it is of no line of this file. */
export function lineOf(told: string, file: string): number | undefined {
  const before = `${file}, line `;
  if (!told.startsWith(before)) return undefined;
  const line = /^(\d+): /.exec(told.slice(before.length))?.[1];
  return line === undefined ? undefined : Number(line);
}
