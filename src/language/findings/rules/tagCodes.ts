import type { CodeInfo } from '../finding.js';

/** Codes about tags: which there are, and where they stand. */
export const tagCodes = {
  'unknown-tag': {
    severity: 'error',
    consequence: 'parse',
    summary: 'A tag of the framework does not exist.',
  },
} as const satisfies Record<string, CodeInfo>;
