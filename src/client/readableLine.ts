const levels: Partial<Record<number, string>> = {
  10: 'trace',
  20: 'debug',
  30: 'info',
  40: 'warn',
  50: 'error',
  60: 'fatal',
};

interface Entry {
  readonly level?: number;
  readonly time?: string;
  readonly pid?: number;
  readonly version?: string;
  readonly msg?: string;
  readonly err?: { readonly stack?: string; readonly message?: string };
}

/** A JSON line of the log as a person reads it; any other line as it is. */
export function readableLine(line: string): string {
  let entry: Entry;
  try {
    entry = JSON.parse(line) as Entry;
  } catch {
    return line;
  }
  const { level, time, msg, pid, version, err, ...facts } = entry;
  const head = [
    time ?? '',
    levels[level ?? 0] ?? '',
    `[${pid ?? '-'} ${version ?? '-'}]`,
    msg ?? '',
  ];
  const rest = Object.entries(facts).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  const error = err === undefined ? '' : `\n${err.stack ?? err.message ?? ''}`;
  return [...head, ...rest].filter((part) => part !== '').join(' ') + error;
}
