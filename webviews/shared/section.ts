import { element, type Child } from './dom.js';
import { badge, icon } from './ui.js';

/** What a section lists. */
export interface Section {
  readonly title: string;
  readonly icon: string;
  readonly empty: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Child[])[];
}

/** A heading with a count, and a table of what there is, or a sentence where there is nothing. */
export function section({ title, icon: name, empty, columns, rows }: Section): Node {
  return element('div', {}, [
    element('h2', {}, [icon(name), title, badge(String(rows.length))]),
    rows.length === 0
      ? element('p', { class: 'muted' }, [empty])
      : element('table', { 'aria-label': title }, [
          element('thead', {}, [
            element(
              'tr',
              {},
              columns.map((column) => element('th', { scope: 'col' }, [column])),
            ),
          ]),
          element(
            'tbody',
            {},
            rows.map((row) =>
              element(
                'tr',
                {},
                row.map((cell) => element('td', {}, [cell])),
              ),
            ),
          ),
        ]),
  ]);
}
