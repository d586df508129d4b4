import * as l10n from '@vscode/l10n';
import type { PreviewError } from '../../src/protocol/preview.js';
import type { TryOutAnswer, TryOutStep } from '../../src/protocol/tryout.js';
import { element } from '../shared/dom.js';
import { button, icon, notice } from '../shared/ui.js';

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
    queryTable(steps),
    ...steps.map(headersOf),
    output.trim() === '' ? null : more(l10n.t('Output'), element('pre', {}, [output])),
  ]);
}

function errorOf(error: PreviewError, actions: AnswerActions): HTMLElement {
  const { message, filePath, line } = error;
  const place = [filePath, line].filter((one) => one !== null).join(':');
  const open = button({
    ...{ id: `open-${place}`, label: l10n.t('Open in Editor'), icon: 'go-to-file' },
    onPress: () => actions.openError(error),
  });
  const text = place === '' ? message : `${message} (${place})`;
  return notice('error', text, filePath === null ? [] : [open]);
}

function stepTable(steps: readonly TryOutStep[]): HTMLElement {
  const rows = steps.map(({ method, url, status, ms }) => [
    `${method} ${url}`,
    String(status),
    `${ms.toFixed(1)} ms`,
  ]);
  return table([l10n.t('Request'), l10n.t('Status'), l10n.t('Time')], rows);
}

function queryTable(steps: readonly TryOutStep[]): HTMLElement | null {
  const queries = steps.flatMap((step) => step.queries);
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

function headersOf({ method, url, headers }: TryOutStep): HTMLElement {
  const rows = headers.map(({ name, value }) => [name, value]);
  return more(
    l10n.t('Headers of {0}', `${method} ${url}`),
    table([l10n.t('Header'), l10n.t('Value')], rows),
  );
}

function more(title: string, content: HTMLElement): HTMLElement {
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
