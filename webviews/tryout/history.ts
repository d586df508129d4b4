import * as l10n from '@vscode/l10n';
import type { TryOutEntry } from '../../src/protocol/tryout.js';
import { element } from '../shared/dom.js';
import { button, icon } from '../shared/ui.js';

/** Earlier requests of this form, newest first, each to be taken up again. */
export function historyOf(
  entries: readonly TryOutEntry[],
  language: string,
  actions: { take(entry: TryOutEntry): void; clear(): void },
): HTMLElement {
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'medium' });
  if (entries.length === 0)
    return element('p', { class: 'muted' }, [l10n.t('Nothing was sent yet.')]);
  return element('div', {}, [
    element(
      'ul',
      { class: 'history' },
      entries.map((entry) => {
        const { id, at, steps, url, fieldErrors, failed } = entry;
        const status = String(steps[0]?.status ?? '');
        const isGood = (steps[0]?.status ?? 500) < 400 && fieldErrors.length === 0 && !failed;
        return element('li', {}, [
          icon(isGood ? 'pass' : 'error'),
          element('span', {}, [`${time.format(new Date(at))} · ${url} · ${status}`]),
          button({
            ...{ id: `take-${id}`, label: l10n.t('Edit and Send Again'), icon: 'edit' },
            description: l10n.t('Edit and send again: {0}, {1}', url, time.format(new Date(at))),
            onPress: () => actions.take(entry),
          }),
        ]);
      }),
    ),
    button({
      ...{ id: 'clear-history', label: l10n.t('Clear History'), icon: 'clear-all' },
      onPress: () => actions.clear(),
    }),
  ]);
}
