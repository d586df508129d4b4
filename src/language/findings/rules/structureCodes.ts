import type { CodeInfo } from '../finding.js';

const refused = (summary: string): CodeInfo => ({
  severity: 'error',
  consequence: 'parse',
  summary,
});

/** Codes about where statements stand. */
export const structureCodes = {
  'stray-else': refused('An else stands behind no if.'),
  'ambiguous-else': refused('An else stands behind an if inside of another if.'),
  'statement-in-markup': refused('A statement stands in markup, where it never runs.'),
  'set-in-drawing-loop': refused('A loop sets a variable that its own rows show.'),
  'call-outside-element': {
    severity: 'error',
    consequence: 'run',
    summary: 'A component is called in a condition or a loop that no element is around.',
  },
  'stray-flash': refused('A flash stands outside of an action.'),
} as const satisfies Record<string, CodeInfo>;
