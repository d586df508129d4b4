import type { Severity } from '../language/findings/finding.js';
import type { Severities } from '../language/findings/shown.js';
import { defaultHints, type HintSettings } from '../language/hints/hint.js';
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
    given: Array.isArray(sent.given) ? sent.given : [],
    severities: typeof sent.severities === 'object' ? sent.severities : {},
    inlayHints: hintsOf(sent.inlayHints),
    codeLens: sent.codeLens === true,
    formatEmbedded: Array.isArray(sent.formatEmbedded) ? sent.formatEmbedded : [],
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

function hintsOf(sent: unknown): HintSettings {
  const named: readonly (readonly [string, unknown])[] =
    typeof sent === 'object' && sent !== null ? Object.entries(sent) : [];
  const set = named.filter(
    ([name, value]) => Object.hasOwn(defaultHints, name) && typeof value === 'boolean',
  );
  return { ...defaultHints, ...Object.fromEntries(set) };
}

/** Whether a changed environment is about more than what is shown and how: one that is sent again as it was is. */
export function needsRestart(
  old: LanguageServerEnvironment,
  changed: LanguageServerEnvironment,
): boolean {
  const parts = ({ trusted, judge, interpreters }: LanguageServerEnvironment): string =>
    JSON.stringify([trusted, judge, interpreters]);
  const shown = (one: LanguageServerEnvironment): string =>
    JSON.stringify([one.given, one.severities, one.inlayHints, one.codeLens, one.formatEmbedded]);
  return shown(old) === shown(changed) || parts(old) !== parts(changed);
}
