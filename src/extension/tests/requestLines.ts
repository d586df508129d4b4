import path from 'node:path';
import type { TestRequest } from '../../protocol/testResults.js';

const milliseconds = (ms: number): string => `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;

/** What a test asked of the application, as text a person reads; a terminal makes links of its places. */
export function requestLines(requests: readonly TestRequest[], root: string): string[] {
  const at = (file: string, line: number): string =>
    `${path.isAbsolute(file) ? file : path.join(root, file)}:${line}`;
  return requests.flatMap(({ method, path: url, status, ms, redirect, where, error, ...rest }) => {
    const { action, queries } = rest;
    const ran = action === null ? '' : `  ${action}`;
    const led = redirect === null ? '' : `  → ${redirect.replace('http://localhost', '')}`;
    return [
      `${method} ${url}  ${status}  ${milliseconds(ms)}${ran}${led}`,
      ...(error === null ? [] : [`    ${error}`]),
      ...(where === null ? [] : [`    ${at(where.file, where.line)}`]),
      ...queries.flatMap((query) => {
        const params = Object.entries(query.params).map(([name, value]) => `${name}=${value}`);
        const rows =
          query.rows === null ? '' : `  ${query.rows} ${query.rows === 1 ? 'row' : 'rows'}`;
        return [
          `    ${query.sql}  ${milliseconds(query.ms)}${rows}`,
          ...(params.length === 0 ? [] : [`      ${params.join(', ')}`]),
          ...(query.error === null ? [] : [`      ${query.error}`]),
        ];
      }),
    ];
  });
}
