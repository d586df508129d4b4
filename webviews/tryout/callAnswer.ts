import * as l10n from '@vscode/l10n';
import type { PreviewError } from '../../src/protocol/preview.js';
import type { TryOutAnswer, TryOutCall, TryOutStep } from '../../src/protocol/tryout.js';
import { element } from '../shared/dom.js';
import { icon } from '../shared/ui.js';
import { errorOf, headersOf, more, queryTable, stepTable } from './answerParts.js';

/** What a function returned, with its SQL; what the page did before it is folded. */
export function callAnswer(
  { steps, call, unresolved, output }: TryOutAnswer,
  actions: { openError(error: PreviewError): void },
): HTMLElement {
  const pageErrors = steps.flatMap(({ error }) => (error ? [error] : []));
  return element('div', {}, [
    element('p', { class: 'status', id: 'status' }, [
      icon(call?.value ? 'pass' : 'error'),
      outcome(call, steps[0]),
    ]),
    call?.value?.text ? element('pre', { class: 'value' }, [call.value.text]) : null,
    ...(call?.error ? [errorOf(call.error, actions)] : []),
    ...pageErrors.map((error) => errorOf(error, actions)),
    call === null ? null : queryTable(call.queries),
    more(
      l10n.t('What its page did'),
      element('div', {}, [
        stepTable(steps),
        queryTable(steps.flatMap(({ queries }) => queries)),
        ...unresolved.map((one) => element('p', { class: 'wrong' }, [icon('warning'), one])),
        ...steps.map(headersOf),
      ]),
    ),
    output.trim() === '' ? null : more(l10n.t('Output'), element('pre', {}, [output])),
  ]);
}

function outcome(call: TryOutCall | null, page: TryOutStep | undefined): string {
  const ms = (call?.ms ?? 0).toFixed(1);
  if (call?.value) return l10n.t('Returned {0} in {1} ms', call.value.type, ms);
  if (call?.error) return l10n.t('Failed after {0} ms', ms);
  const to = page?.headers.find(({ name }) => name.toLowerCase() === 'location')?.value ?? '';
  if (call) return l10n.t('It ended its page: on to {0}', to);
  return to === ''
    ? l10n.t('Its page did not get as far as the function: status {0}', page?.status ?? 500)
    : l10n.t('Its page did not get as far as the function: on to {0}', to);
}
