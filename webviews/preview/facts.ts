import * as l10n from '@vscode/l10n';
import type { PreviewQueryRun } from '../../src/protocol/preview.js';
import type { PreviewDrawing } from '../../src/protocol/webviews.js';
import { element } from '../shared/dom.js';
import { icon } from '../shared/ui.js';

/** What drawing the page came to: status, queries with their times, bindings without a value. */
export function factsOf(drawing: PreviewDrawing): HTMLElement {
  const { status, ms, redirects, queries, unresolved, output } = drawing;
  const way = redirects.map(({ status: code, to }) => `${code} → ${to}`).join(', ');
  return element('div', {}, [
    element('p', {}, [
      l10n.t('Status {0}, {1} ms, {2} queries', status, ms.toFixed(1), queries.length),
      way === '' ? null : ` (${way})`,
    ]),
    ...unresolved.map((one) => element('p', { class: 'trouble' }, [icon('warning'), one])),
    queries.length === 0 ? null : queryTable(queries),
    output.trim() === '' || unresolved.length > 0
      ? null
      : element('pre', { tabindex: '0' }, [output]),
  ]);
}

function queryTable(queries: readonly PreviewQueryRun[]): HTMLElement {
  const heads = [l10n.t('SQL'), l10n.t('Parameters'), l10n.t('Rows'), l10n.t('Time')];
  return element('table', {}, [
    element('thead', {}, [
      element(
        'tr',
        {},
        heads.map((head) => element('th', { scope: 'col' }, [head])),
      ),
    ]),
    element('tbody', {}, queries.map(queryRow)),
  ]);
}

function queryRow({ sql, params, rows, ms, error }: PreviewQueryRun): HTMLElement {
  const given = Object.entries(params).map(([name, value]) => `${name} = ${value}`);
  return element('tr', {}, [
    element('td', {}, [element('code', {}, [sql])]),
    element('td', {}, [given.join(', ')]),
    element('td', error === null ? {} : { class: 'trouble' }, [error ?? String(rows ?? '')]),
    element('td', {}, [`${ms.toFixed(1)} ms`]),
  ]);
}
