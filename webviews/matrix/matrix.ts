import './matrix.css';
import * as l10n from '@vscode/l10n';
import type { FromMatrixPage, ToMatrixPage } from '../../src/protocol/webviews.js';
import { element, show } from '../shared/dom.js';
import { startPage, type PageContext } from '../shared/page.js';
import { failedPart } from '../shared/states.js';
import { gridOf, type CellPlace } from './grid.js';
import { matchesRow } from './words.js';

type MatrixContext = PageContext<FromMatrixPage>;
type Shown = Extract<ToMatrixPage, { type: 'matrix' }>;

let shown: Shown | null = null;
let filter = '';
let isOpenWritesOnly = false;
let at: CellPlace | null = null;

startPage<{ hears: ToMatrixPage; says: FromMatrixPage }>((message, context) => {
  switch (message.type) {
    case 'matrix':
      take(message, context);
      break;
    case 'failed':
      shown = null;
      show(context.root, [
        failedPart(message.message, context, () => context.send({ type: 'retry' })),
      ]);
      break;
    default:
      message satisfies never;
  }
});

function take(message: Shown, context: MatrixContext): void {
  const isNew = shown === null;
  shown = message;
  if (isNew)
    context.root.replaceChildren(
      element('h1', {}, [l10n.t('Access to {0}', message.project)]),
      element('p', { id: 'summary' }),
      toolsOf(context),
      element('div', { id: 'sheet', class: 'sheet' }),
    );
  draw(context);
}

/** The filter stays the element it is while the matrix is drawn anew. */
function toolsOf(context: MatrixContext): HTMLElement {
  const label = l10n.t('Filter');
  const field = element('input', {
    ...{ id: 'filter', type: 'search', value: filter, 'aria-label': label, placeholder: label },
  }) as HTMLInputElement;
  field.addEventListener('input', () => {
    filter = field.value.trim();
    draw(context);
    context.announce(l10n.t('{0} shown', rowsShown().length));
  });
  field.addEventListener('keydown', ({ key }) => {
    if (key === 'ArrowDown') reach();
  });
  const box = element('input', { id: 'open-writes', type: 'checkbox' }) as HTMLInputElement;
  box.checked = isOpenWritesOnly;
  box.addEventListener('change', () => {
    isOpenWritesOnly = box.checked;
    draw(context);
    context.announce(l10n.t('{0} shown', rowsShown().length));
  });
  return element('div', { class: 'tools' }, [
    field,
    element('label', { class: 'check' }, [box, l10n.t('Only what anyone changes')]),
  ]);
}

function draw(context: MatrixContext): void {
  const sheet = document.getElementById('sheet');
  const summary = document.getElementById('summary');
  if (!shown || !sheet || !summary) return;
  const { matrix } = shown;
  const open = matrix.rows.filter(({ isOpenWrite }) => isOpenWrite).length;
  summary.textContent =
    open === 0
      ? l10n.t('{0} addresses and actions. None changes tables for anyone.', matrix.rows.length)
      : l10n.t(
          '{0} addresses and actions. {1} change tables, and nobody has to sign in.',
          matrix.rows.length,
          open,
        );
  const hadKeyboard = sheet.contains(document.activeElement);
  const rows = rowsShown();
  sheet.replaceChildren(
    rows.length > 0
      ? gridOf(matrix, rows, at, {
          open: ({ filePath, line }) => context.send({ type: 'open', filePath, line: line ?? 1 }),
          reach: (place) => (at = place),
        })
      : element('p', { class: 'muted' }, [
          matrix.rows.length === 0
            ? l10n.t('No page of the project answers an address yet.')
            : l10n.t('Nothing matches the filter.'),
        ]),
  );
  if (hadKeyboard) reach();
}

function rowsShown(): Shown['matrix']['rows'] {
  return (shown?.matrix.rows ?? []).filter(
    (row) => matchesRow(row, filter) && (row.isOpenWrite || !isOpenWritesOnly),
  );
}

/** Gives the keyboard to the grid, where it was last. */
function reach(): void {
  document.querySelector<HTMLElement>('[role="grid"] [tabindex="0"]')?.focus();
}
