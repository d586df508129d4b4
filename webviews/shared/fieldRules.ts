import * as l10n from '@vscode/l10n';

/** What a `q:param` says of the values it takes. */
export interface RuledField {
  readonly type: string;
  readonly required: boolean;
  readonly default: string | null;
  readonly rules: Readonly<Record<string, string>>;
}

/** The rules of a field, as a person says them. */
export function rulesOf({ type, rules, required, default: fallback }: RuledField): string {
  const { min, max, minlength, maxlength, pattern, range, accept, maxsize } = rules;
  const said = [
    type,
    required ? l10n.t('needed') : null,
    min === undefined ? null : l10n.t('at least {0}', min),
    max === undefined ? null : l10n.t('at most {0}', max),
    minlength === undefined ? null : l10n.t('{0} characters or more', minlength),
    maxlength === undefined ? null : l10n.t('{0} characters or fewer', maxlength),
    pattern === undefined ? null : l10n.t('matches {0}', pattern),
    range === undefined ? null : l10n.t('in {0}', range),
    accept === undefined ? null : l10n.t('accepts {0}', accept),
    maxsize === undefined ? null : l10n.t('up to {0}', maxsize),
    fallback === null || fallback === '' ? null : l10n.t('otherwise “{0}”', fallback),
  ];
  return said.filter((one) => one !== null).join(' · ');
}
