import type { CodeInfo } from '../finding.js';

/** Codes about names, and about the expressions that read them. */
export const scopeCodes = {
  'undefined-variable': {
    severity: 'error',
    consequence: 'run',
    summary: 'An expression reads a variable that does not exist.',
  },
  'used-before-set': {
    severity: 'error',
    consequence: 'run',
    summary: 'A statement reads a variable that is set behind it.',
  },
  'bare-scope-name': {
    severity: 'warning',
    consequence: 'silent',
    summary: 'A name of a scope is read without its scope.',
  },
  'absent-scope-key': {
    severity: 'warning',
    consequence: 'run',
    summary: 'A key of a scope that may be absent stands in an operation.',
  },
  'unknown-function': {
    severity: 'error',
    consequence: 'run',
    summary: 'An expression calls a function that does not exist.',
  },
  'missing-argument': {
    severity: 'error',
    consequence: 'run',
    summary: 'A function is called with too few arguments.',
  },
  'needless-argument': {
    severity: 'warning',
    consequence: 'silent',
    summary: 'A function is called with more arguments than it takes.',
  },
  'date-unit': {
    severity: 'error',
    consequence: 'run',
    summary: 'A function of dates is given a unit of time that it does not know.',
  },
  'invalid-expression': {
    severity: 'error',
    consequence: 'run',
    summary: 'An expression cannot be read.',
  },
  'loose-brace': {
    severity: 'warning',
    consequence: 'silent',
    summary: 'A brace in text has no partner, or nothing in it.',
  },
  'unknown-result-field': {
    severity: 'error',
    consequence: 'silent',
    summary: 'A result has no field of that name.',
  },
  'unknown-column': {
    severity: 'error',
    consequence: 'silent',
    summary: 'A query returns no column of that name.',
  },
  'unknown-query': {
    severity: 'error',
    consequence: 'run',
    summary: 'A loop goes over a query that does not exist.',
  },
  'function-without-return': {
    severity: 'warning',
    consequence: 'silent',
    summary: 'The value of a function is used that returns none.',
  },
  'built-in-function-name': {
    severity: 'error',
    consequence: 'silent',
    summary: 'A function has the name of a built-in one and is never called.',
  },
  'loop-overwrites-variable': {
    severity: 'warning',
    consequence: 'silent',
    summary: 'The variable of a loop overwrites one of the page.',
  },
  'date-format': {
    severity: 'warning',
    consequence: 'silent',
    summary: 'The pattern of a date has no % and is printed as it is.',
  },
  'guard-reads-page': {
    severity: 'error',
    consequence: 'parse',
    summary: 'A guard of a page with actions reads a variable of the page.',
  },
  'action-reads-page': {
    severity: 'error',
    consequence: 'run',
    summary: 'An action reads a variable of the page, which has not run then.',
  },
} as const satisfies Record<string, CodeInfo>;
