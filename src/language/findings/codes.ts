import type { CodeInfo } from './finding.js';
import { attributeCodes } from './rules/attributeCodes.js';
import { bodyCodes } from './rules/bodyCodes.js';
import { projectCodes } from './rules/project/projectCodes.js';
import { silentCodes } from './rules/silentCodes.js';
import { structureCodes } from './rules/structureCodes.js';
import { scopeCodes } from './rules/scopeCodes.js';
import { syntaxCodes } from './rules/syntaxCodes.js';
import { tagCodes } from './rules/tagCodes.js';
import { testCodes } from './rules/testCodes.js';

/** Every code a finding may have. One page each in `docs/diagnostics`. */
export const codes = {
  ...syntaxCodes,
  ...scopeCodes,
  ...tagCodes,
  ...testCodes,
  ...attributeCodes,
  ...bodyCodes,
  ...structureCodes,
  ...projectCodes,
  ...silentCodes,
} as const satisfies Record<string, CodeInfo>;

export type FindingCode = keyof typeof codes;

/** What is known of `code`. */
export function codeInfo(code: FindingCode): CodeInfo {
  return codes[code];
}
