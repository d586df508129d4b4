import * as l10n from '@vscode/l10n';
import type { Check } from '../../src/protocol/doctor.js';
import { element } from '../shared/dom.js';
import { button, icon } from '../shared/ui.js';
import type { DoctorContext } from './doctor.js';

const stateIcon: Record<Check['state'], string> = {
  ok: 'pass',
  warning: 'warning',
  error: 'error',
};

/** One finding: its state, a sentence, and the buttons that mend it. */
export function checkRow(check: Check, at: number, context: DoctorContext): Node {
  const repairs = check.repairs.map((repair, nth) =>
    button({
      id: `repair-${at}-${nth}`,
      label: repair.label,
      primary: check.state === 'error' && nth === 0,
      description: `${repair.label}: ${check.title}`,
      onPress: () => context.send({ type: 'repair', repair }),
    }),
  );
  return element('li', { class: check.state }, [
    icon(stateIcon[check.state]),
    element('div', { class: 'finding' }, [
      element('h2', {}, [
        element('span', { class: 'visually-hidden' }, [`${stateWord(check.state)}: `]),
        check.title,
      ]),
      element('p', {}, [check.sentence]),
      repairs.length === 0 ? null : element('div', { class: 'actions' }, repairs),
    ]),
  ]);
}

function stateWord(state: Check['state']): string {
  switch (state) {
    case 'ok':
      return l10n.t('Fine');
    case 'warning':
      return l10n.t('Warning');
    case 'error':
      return l10n.t('Error');
  }
}
