import { atLine } from '../../../protocol/sqlFileLine.js';
import { DatasourceFailure } from '../datasourceFailure.js';

const psqlLine = /^psql:[^:]*:(\d+): (?:ERROR|FATAL):\s+(.*)$/;
const mysqlLine = /^ERROR (\d+) \((\w+)\) at line (\d+)(?: in file: [^:]*)?: (.*)$/;
const sqliteLine = /^ERROR: line (\d+): (.*)$/;
const plain = /\berror:?\s/i;

/** Why a program that loads or dumps ended, with the line of the file it came to. */
export function sqlFailure(exitCode: number, said: string, file: string): DatasourceFailure {
  const lines = said.trim().split('\n').slice(-20);
  const text = lines.map((line) => worded(line, file)).find((one) => one !== null);
  const why = text ?? lines.find((line) => plain.test(line)) ?? lines.at(-1) ?? '';
  const message = why === '' ? `It ended with ${exitCode}.` : why;
  return new DatasourceFailure('sql-failed', message, null, why === '' ? [] : lines);
}

function worded(line: string, file: string): string | null {
  const [, at, text] = psqlLine.exec(line) ?? sqliteLine.exec(line) ?? [];
  if (at !== undefined) return atLine(file, at, text ?? '');
  const [, , , number, why] = mysqlLine.exec(line) ?? [];
  return number === undefined ? null : atLine(file, number, why ?? '');
}
