import type { CodeInfo } from '../finding.js';

const refused = (summary: string): CodeInfo => ({
  severity: 'error',
  consequence: 'parse',
  summary,
});

/** Codes about `*.test.q` files. */
export const testCodes = {
  'test-content': refused('A test file holds something that belongs in no test.'),
  'test-attribute': refused('A test or an expectation has an attribute it does not know.'),
  'test-empty': refused('A test has no steps, or an expectation expects nothing.'),
  'test-detail': refused('Attributes of an expectation do not go together.'),
  'test-duplicate-name': refused('Two tests of a file have the same name.'),
} as const satisfies Record<string, CodeInfo>;
