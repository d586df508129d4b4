import * as l10n from '@vscode/l10n';
import type { PreviewError } from '../../src/protocol/preview.js';
import type { TryOutAnswer } from '../../src/protocol/tryout.js';
import { element } from '../shared/dom.js';
import { button, icon } from '../shared/ui.js';
import { errorOf, headersOf, more, queryTable, stepTable } from './answerParts.js';

export interface AnswerActions {
  copyCurl(): void;
  saveTest(): void;
  openError(error: PreviewError): void;
}

/** What a request led to, but for the page: steps, flash, errors, SQL, headers. */
export function answerOf(answer: TryOutAnswer, actions: AnswerActions): HTMLElement {
  const { steps, fieldErrors, unresolved, output } = answer;
  const [first] = steps;
  const flash = steps.find((step) => step.flash !== null)?.flash ?? null;
  const ms = steps.reduce((sum, step) => sum + step.ms, 0);
  return element('div', {}, [
    element('p', { class: 'status', id: 'status' }, [
      icon((first?.status ?? 500) < 400 && fieldErrors.length === 0 ? 'pass' : 'error'),
      l10n.t('Status {0} in {1} ms', first?.status ?? 0, ms.toFixed(1)),
      first?.action ? ` · ${first.action}` : null,
    ]),
    flash === null
      ? null
      : element('p', { class: 'flash' }, [icon('comment'), `${flash.message} (${flash.type})`]),
    ...steps.flatMap(({ error }) => (error ? [errorOf(error, actions)] : [])),
    ...unresolved.map((one) => element('p', { class: 'wrong' }, [icon('warning'), one])),
    element('div', { class: 'actions' }, [
      button({
        ...{ id: 'save-test', label: l10n.t('Save as Test…'), icon: 'beaker' },
        onPress: () => actions.saveTest(),
      }),
      button({
        ...{ id: 'copy-curl', label: l10n.t('Copy as curl'), icon: 'terminal' },
        onPress: () => actions.copyCurl(),
      }),
    ]),
    stepTable(steps),
    queryTable(steps.flatMap((step) => step.queries)),
    ...steps.map(headersOf),
    output.trim() === '' ? null : more(l10n.t('Output'), element('pre', {}, [output])),
  ]);
}
