import type { Severity } from './finding.js';

/** What is wrong with a file before anything of it is understood. Each code has a page in docs/diagnostics. */
export const fileCodes = {
  'file-encoding': { severity: 'error', summary: 'A file that is no UTF-8.' },
  'file-unreadable': { severity: 'error', summary: 'A file that could not be read.' },
} as const satisfies Record<string, { readonly severity: Severity; readonly summary: string }>;

export type FileCode = keyof typeof fileCodes;
