import { element, type Child } from '../shared/dom.js';

/** A table with a name, its columns, and rows of cells. */
export function table(
  label: string,
  columns: readonly string[],
  rows: readonly (readonly Child[])[],
): HTMLElement {
  const head = columns.map((column) => element('th', { scope: 'col' }, [column]));
  const body = rows.map((cells) =>
    element(
      'tr',
      {},
      cells.map((cell) => element('td', {}, [cell])),
    ),
  );
  return element('table', { 'aria-label': label }, [
    element('thead', {}, [element('tr', {}, head)]),
    element('tbody', {}, body),
  ]);
}

export interface ChoiceLook {
  /** Stays the same over redraws: the focus is kept by it. */
  readonly id: string;
  readonly label: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly chosen: string;
  readonly onChange: (value: string) => void;
}

/** One of several, below its label. */
export function choice({ id, label, options, chosen, onChange }: ChoiceLook): HTMLElement {
  const made = element('select', { id }) as HTMLSelectElement;
  for (const [value, text] of options) {
    const option = element('option', { value }, [text]) as HTMLOptionElement;
    option.selected = value === chosen;
    made.append(option);
  }
  made.addEventListener('change', () => onChange(made.value));
  return element('label', { class: 'choice' }, [label, made]);
}
