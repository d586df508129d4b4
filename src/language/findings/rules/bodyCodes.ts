import type { CodeInfo } from '../finding.js';

const refused = (summary: string): CodeInfo => ({
  severity: 'error',
  consequence: 'parse',
  summary,
});

/** Codes about what stands in a tag. */
export const bodyCodes = {
  'empty-code': refused('A tag for Python code holds none.'),
  'sql-parameter-missing': refused('A parameter of an SQL text has no value.'),
  'sql-interpolation': refused('A value is put into an SQL text with braces.'),
} as const satisfies Record<string, CodeInfo>;
