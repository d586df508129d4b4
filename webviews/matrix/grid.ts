import * as l10n from '@vscode/l10n';
import type { AccessMatrix } from '../../src/protocol/componentGraph.js';
import { element } from '../shared/dom.js';
import { icon } from '../shared/ui.js';
import { keyOfRow, visitorName, type AccessRow } from './words.js';

/** A cell by what it is about, so that it is found again when the grid is drawn anew. */
export interface CellPlace {
  readonly row: string;
  readonly column: number;
}

/**
 * A grid of the rows as ARIA has it: one cell is in the order of Tab, arrow keys, Home, End, Page Up and Page Down go
 * on from it (with Ctrl to the corners), Enter opens the row's place.
 */
export function gridOf(
  { visitors }: AccessMatrix,
  rows: readonly AccessRow[],
  at: CellPlace | null,
  actions: {
    readonly open: (row: AccessRow) => void;
    readonly reach: (place: CellPlace) => void;
  },
): HTMLElement {
  const titles = [l10n.t('Address'), l10n.t('Action'), ...visitors.map(visitorName)];
  const head = [...titles, l10n.t('Changes')].map((title) =>
    element('th', { role: 'columnheader', scope: 'col' }, [title]),
  );
  const lines = rows.map((row) => {
    const cells = cellsOf(row, visitors);
    const line = element('tr', { role: 'row', title: row.filePath }, cells);
    if (row.isOpenWrite) line.classList.add('open-write');
    return line;
  });
  const grid = element(
    'table',
    {
      role: 'grid',
      'aria-label': l10n.t('Who may ask for what'),
      'aria-readonly': 'true',
      'aria-rowcount': String(rows.length + 1),
      'aria-colcount': String(titles.length + 1),
    },
    [
      element('thead', { role: 'rowgroup' }, [element('tr', { role: 'row' }, head)]),
      element('tbody', { role: 'rowgroup' }, lines),
    ],
  );
  const cellAt = (row: number, column: number): HTMLElement | null =>
    lines[row]?.children[column] as HTMLElement | null;
  const placeOf = (target: EventTarget | null): { row: number; column: number } | null => {
    const cell = target instanceof Element ? target.closest('tbody th, tbody td') : null;
    const row = lines.findIndex((line) => line === cell?.parentElement);
    return row < 0 || !cell
      ? null
      : { row, column: [...(lines[row]?.children ?? [])].indexOf(cell) };
  };
  const known = rows.findIndex((row) => keyOfRow(row) === at?.row);
  cellAt(Math.max(0, known), known < 0 ? 0 : (at?.column ?? 0))?.setAttribute('tabindex', '0');
  grid.addEventListener('focusin', ({ target }) => {
    const place = placeOf(target);
    const row = place && rows[place.row];
    if (!place || !row) return;
    for (const old of grid.querySelectorAll('[tabindex="0"]')) old.setAttribute('tabindex', '-1');
    cellAt(place.row, place.column)?.setAttribute('tabindex', '0');
    actions.reach({ row: keyOfRow(row), column: place.column });
  });
  grid.addEventListener('keydown', (event) => {
    const place = placeOf(event.target);
    const row = place && rows[place.row];
    if (!place || !row) return;
    if (event.key === 'Enter' || event.key === ' ') actions.open(row);
    else {
      const next = nextPlace(event, place, { rows: rows.length, columns: head.length });
      if (!next) return;
      const cell = cellAt(next.row, next.column);
      cell?.focus();
      cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
    event.preventDefault();
  });
  grid.addEventListener('click', ({ target }) => {
    const place = placeOf(target);
    if (place) cellAt(place.row, place.column)?.focus();
  });
  grid.addEventListener('dblclick', ({ target }) => {
    const row = rows[placeOf(target)?.row ?? -1];
    if (row) actions.open(row);
  });
  return grid;
}

/** Rows that Page Up and Page Down go. */
const pageOf = 10;

function nextPlace(
  { key, ctrlKey, metaKey }: KeyboardEvent,
  { row, column }: { readonly row: number; readonly column: number },
  { rows, columns }: { readonly rows: number; readonly columns: number },
): { readonly row: number; readonly column: number } | null {
  const isFar = ctrlKey || metaKey;
  const at = (wantedRow: number, wantedColumn: number) => ({
    row: Math.min(Math.max(wantedRow, 0), rows - 1),
    column: Math.min(Math.max(wantedColumn, 0), columns - 1),
  });
  switch (key) {
    case 'ArrowRight':
      return at(row, column + 1);
    case 'ArrowLeft':
      return at(row, column - 1);
    case 'ArrowDown':
      return at(row + 1, column);
    case 'ArrowUp':
      return at(row - 1, column);
    case 'PageDown':
      return at(row + pageOf, column);
    case 'PageUp':
      return at(row - pageOf, column);
    case 'Home':
      return at(isFar ? 0 : row, 0);
    case 'End':
      return at(isFar ? rows - 1 : row, columns - 1);
    default:
      return null;
  }
}

function cellsOf(
  { method, path, functionName, allowed, writes, isOpenWrite }: AccessRow,
  visitors: readonly string[],
): HTMLElement[] {
  const cell = { role: 'gridcell', tabindex: '-1' };
  return [
    element('th', { role: 'rowheader', scope: 'row', tabindex: '-1' }, [`${method} ${path}`]),
    element('td', cell, [functionName ?? '']),
    ...visitors.map((visitor) => {
      const may = allowed.includes(visitor);
      const word = element('span', { class: 'visually-hidden' }, [
        may ? l10n.t('may') : l10n.t('may not'),
      ]);
      return element('td', { ...cell, class: may ? 'visitor' : 'visitor no' }, [
        may ? icon('check') : element('span', { 'aria-hidden': 'true' }, ['–']),
        word,
      ]);
    }),
    element('td', cell, [
      isOpenWrite ? icon('warning') : null,
      isOpenWrite ? ` ${l10n.t('{0}, by anyone', writes.join(', '))}` : writes.join(', '),
    ]),
  ];
}
