import type { CodeInfo } from '../finding.js';

/** Codes about tags: which there are, and where they stand. */
export const tagCodes = {
  'unknown-tag': {
    severity: 'error',
    consequence: 'parse',
    summary: 'A tag of the framework does not exist.',
  },
  'prefixed-html': {
    severity: 'error',
    consequence: 'parse',
    summary: 'An element of HTML is written with the prefix `q:`.',
  },
  'misplaced-tag': {
    severity: 'error',
    consequence: 'parse',
    summary: 'A tag stands where the framework knows no such tag.',
  },
  'removed-tag': {
    severity: 'error',
    consequence: 'parse',
    summary: 'A tag was removed from the framework.',
  },
  'unknown-root': {
    severity: 'error',
    consequence: 'parse',
    summary: 'The outermost element is no component, application or job.',
  },
  'removed-application-type': {
    severity: 'error',
    consequence: 'parse',
    summary: 'An application is of a type that was removed.',
  },
} as const satisfies Record<string, CodeInfo>;
