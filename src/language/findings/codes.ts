import type { CodeInfo } from './finding.js';
import { syntaxCodes } from './rules/syntaxCodes.js';
import { tagCodes } from './rules/tagCodes.js';

/** Every code a finding may have. One page each in `docs/diagnostics`. */
export const codes = {
  ...syntaxCodes,
  ...tagCodes,
} as const satisfies Record<string, CodeInfo>;

export type FindingCode = keyof typeof codes;

/** What is known of `code`. */
export function codeInfo(code: FindingCode): CodeInfo {
  return codes[code];
}
