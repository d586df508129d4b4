import * as l10n from '@vscode/l10n';
import type { PreviewError, PreviewQueryRun } from '../../src/protocol/preview.js';
import type { TryOutStep } from '../../src/protocol/tryout.js';
import { element } from '../shared/dom.js';
import { button, notice } from '../shared/ui.js';

/** What went wrong, with the way to its place. */
export function errorOf(
  error: PreviewError,
  actions: { openError(error: PreviewError): void },
): HTMLElement {
  const { message, filePath, line } = error;
  const place = [filePath, line].filter((one) => one !== null).join(':');
  const open = button({
    ...{ id: `open-${place}`, label: l10n.t('Open in Editor'), icon: 'go-to-file' },
    onPress: () => actions.openError(error),
  });
  const text = place === '' ? message : `${message} (${place})`;
  return notice('error', text, filePath === null ? [] : [open]);
}

/** Requests with their status and time. */
export function stepTable(steps: readonly TryOutStep[]): HTMLElement {
  const rows = steps.map(({ method, url, status, ms }) => [
    `${method} ${url}`,
    String(status),
    `${ms.toFixed(1)} ms`,
  ]);
  return table([l10n.t('Request'), l10n.t('Status'), l10n.t('Time')], rows);
}

/** SQL with parameters, rows and times. */
export function queryTable(queries: readonly PreviewQueryRun[]): HTMLElement | null {
  if (queries.length === 0) return null;
  const heads = [l10n.t('SQL'), l10n.t('Parameters'), l10n.t('Rows'), l10n.t('Time')];
  const rows = queries.map(({ sql, params, rows: count, ms, error }) => [
    sql,
    Object.entries(params)
      .map(([name, value]) => `${name} = ${value}`)
      .join(', '),
    error ?? String(count ?? ''),
    `${ms.toFixed(1)} ms`,
  ]);
  return table(heads, rows);
}

/** What an answer was sent with, folded. */
export function headersOf({ method, url, headers }: TryOutStep): HTMLElement {
  const rows = headers.map(({ name, value }) => [name, value]);
  return more(
    l10n.t('Headers of {0}', `${method} ${url}`),
    table([l10n.t('Header'), l10n.t('Value')], rows),
  );
}

export function more(title: string, content: HTMLElement): HTMLElement {
  return element('details', {}, [element('summary', {}, [title]), content]);
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): HTMLElement {
  return element('table', {}, [
    element('thead', {}, [
      element(
        'tr',
        {},
        heads.map((head) => element('th', { scope: 'col' }, [head])),
      ),
    ]),
    element(
      'tbody',
      {},
      rows.map((cells) =>
        element(
          'tr',
          {},
          cells.map((cell) => element('td', {}, [cell])),
        ),
      ),
    ),
  ]);
}
