import type { Severity } from '../language/findings/finding.js';
import type { Severities } from '../language/findings/shown.js';
import type { LanguageServerEnvironment } from '../protocol/languageServer.js';

/** Nothing of the workspace runs before the client says it may. */
export const untrusted: LanguageServerEnvironment = {
  trusted: false,
  judge: true,
  interpreters: [],
};

/** What the client sent, when it is what it should be. */
export function readEnvironment(value: unknown): LanguageServerEnvironment | null {
  if (typeof value !== 'object' || value === null) return null;
  const sent = value as Partial<LanguageServerEnvironment>;
  if (typeof sent.trusted !== 'boolean') return null;
  return {
    trusted: sent.trusted,
    judge: sent.judge !== false,
    interpreters: Array.isArray(sent.interpreters) ? sent.interpreters : [],
    severities: typeof sent.severities === 'object' ? sent.severities : {},
    ...(typeof sent.storage?.folder === 'string' ? { storage: sent.storage } : {}),
    ...(sent.diagnostics === 'push' || sent.diagnostics === 'pull'
      ? { diagnostics: sent.diagnostics }
      : {}),
  };
}

const known: readonly string[] = ['off', 'error', 'warning', 'information', 'hint'] satisfies (
  Severity | 'off'
)[];

/** The severities a person set, without what is none. */
export function severitiesOf({ severities = {} }: LanguageServerEnvironment): Severities {
  const set = Object.entries(severities).filter(([, severity]) => known.includes(severity));
  return Object.fromEntries(set) as Severities;
}

/** Whether a changed environment is about more than how findings are told: one that is sent again as it was is. */
export function needsRestart(
  old: LanguageServerEnvironment,
  changed: LanguageServerEnvironment,
): boolean {
  const parts = ({ trusted, judge, interpreters }: LanguageServerEnvironment): string =>
    JSON.stringify([trusted, judge, interpreters]);
  const isSameTelling = JSON.stringify(old.severities) === JSON.stringify(changed.severities);
  return isSameTelling || parts(old) !== parts(changed);
}
