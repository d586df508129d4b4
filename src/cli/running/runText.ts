import type { RunLogLine, RunRequest } from '../../protocol/running.js';

/** What the stream of a run sends: requests have a method. */
export function isRequest(entry: RunLogLine | RunRequest): entry is RunRequest {
  return 'method' in entry;
}

/** An entry of a run's log as terminals show it: the time, what it is, and its place for a click. */
export function entryLines(entry: RunLogLine | RunRequest): string[] {
  const at = new Date(entry.at).toLocaleTimeString('en-GB');
  if (!isRequest(entry)) {
    const place = entry.place === null ? '' : `${placeText(entry.place)}: `;
    const level = entry.level === 'info' ? '' : `${entry.level}: `;
    return [`${at}  ${level}${place}${entry.text}`];
  }
  const { method, path, status, ms, action, queries } = entry;
  const by = action === null ? '' : `  action ${action}`;
  return [
    `${at}  ${method} ${path} ${status} ${Math.round(ms)} ms${by}`,
    ...queries.map(
      ({ sql, ms: took, rows, error }) =>
        `          ${took ?? '?'} ms  ${error ?? (rows === null ? '' : `${rows} rows`)}  ${sql}`,
    ),
  ];
}

/** `file:line:column`, both 1-based, as terminals and editors link it. */
export function placeText({ file, line, column }: NonNullable<RunLogLine['place']>): string {
  return [file, line, column === null ? null : column + 1].filter((one) => one !== null).join(':');
}
