import type { ConfigurationDocument } from './configurationDocument.js';
import type { ConfigurationFinding } from './configurationFinding.js';
import type { Environment } from './environmentReferences.js';
import { datasourceRules } from './rules/datasourceRules.js';
import { featureRules } from './rules/featureRules.js';
import { keyRules } from './rules/keyRules.js';
import { referenceRules } from './rules/referenceRules.js';
import type { ConfigurationRule } from './rules/rule.js';
import { syntaxRules } from './rules/syntaxRules.js';
import { typeRules } from './rules/typeRules.js';
import { valueRules } from './rules/valueRules.js';

const rules: readonly ConfigurationRule[] = [
  syntaxRules,
  typeRules,
  keyRules,
  datasourceRules,
  referenceRules,
  valueRules,
  featureRules,
];

export interface CheckOptions {
  /** The server’s environment. Without it nothing is said about variables that may not be set. */
  readonly environment?: Environment | undefined;
}

/**
 * What is wrong with a `quantum.config.yaml`, in the order of the text. A file that is no YAML has its
 * syntax findings only: what was read around them may not be what was meant.
 */
export function checkConfiguration(
  document: ConfigurationDocument,
  options: CheckOptions = {},
): ConfigurationFinding[] {
  const context = { document, environment: options.environment };
  const active = document.problems.length > 0 ? [syntaxRules] : rules;
  const found = new Map<string, ConfigurationFinding>();
  for (const rule of active)
    for (const one of rule(context)) found.set(`${one.code} ${one.start} ${one.end}`, one);
  return [...found.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}
