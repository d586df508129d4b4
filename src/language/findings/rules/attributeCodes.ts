import type { CodeInfo } from '../finding.js';

const refused = (summary: string): CodeInfo => ({
  severity: 'error',
  consequence: 'parse',
  summary,
});

/** Codes about attributes and what they say. */
export const attributeCodes = {
  'missing-attribute': refused('An attribute is missing without which the file is refused.'),
  'removed-attribute': refused('An attribute was removed, and the file is refused because of it.'),
  'unknown-value': refused('An attribute has a value that the framework refuses.'),
  'malformed-value': refused('A value is not written as the framework reads it.'),
} as const satisfies Record<string, CodeInfo>;
