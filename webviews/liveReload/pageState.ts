/** What a person did in a page: it outlives a swap of its elements, and a reload. */

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const key = 'quantum-admin.page';
const fields = 'input, textarea, select';

interface FieldState {
  readonly value: string;
  readonly checked: boolean;
  readonly selected: readonly number[];
}

/** The fields of the page that hold something else than the server sent. */
export function editedFields(): Map<Field, FieldState> {
  const edited = new Map<Field, FieldState>();
  for (const field of document.querySelectorAll<Field>(fields))
    if (isEdited(field)) edited.set(field, stateOf(field));
  return edited;
}

/** Gives fields back what they held. */
export function fill(edited: ReadonlyMap<Field, FieldState>): void {
  for (const [field, state] of edited) if (field.isConnected) apply(field, state);
}

/** Loads the page again, with what was typed, the scroll position and the focus. */
export function reload(): void {
  const all = [...document.querySelectorAll<Field>(fields)];
  const states = all.flatMap((field, at) =>
    isEdited(field) && field.type !== 'password'
      ? [{ at, name: field.name, ...stateOf(field) }]
      : [],
  );
  const focus = document.activeElement === null ? -1 : all.indexOf(document.activeElement as Field);
  const open = [...document.querySelectorAll('details')].map((one) => one.open);
  const state = { url: location.href, scroll: [scrollX, scrollY], states, focus, open };
  try {
    sessionStorage.setItem(key, JSON.stringify(state));
  } catch {
    // A page without storage is loaded all the same.
  }
  location.reload();
}

interface KeptState {
  readonly url: string;
  readonly scroll: readonly [number, number];
  readonly states: readonly (FieldState & { readonly at: number; readonly name: string })[];
  readonly focus: number;
  readonly open: readonly boolean[];
}

/** After a reload of ours: gives the page back what was kept of it. */
export function restoreState(): void {
  let kept: KeptState | null;
  try {
    kept = JSON.parse(sessionStorage.getItem(key) ?? 'null') as KeptState | null;
    sessionStorage.removeItem(key);
  } catch {
    return;
  }
  if (kept === null || kept.url !== location.href) return;
  const all = [...document.querySelectorAll<Field>(fields)];
  for (const { at, name, ...state } of kept.states) {
    const field = all[at]?.name === name ? all[at] : all.find((one) => one.name === name);
    if (field) apply(field, state);
  }
  for (const [at, one] of document.querySelectorAll('details').entries())
    one.open = kept.open[at] ?? one.open;
  all[kept.focus]?.focus({ preventScroll: true });
  scrollTo(...kept.scroll);
}

function isEdited(field: Field): boolean {
  if (field instanceof HTMLSelectElement)
    return [...field.options].some((option) => option.selected !== option.defaultSelected);
  if (field instanceof HTMLInputElement && field.type === 'file') return false;
  if (field instanceof HTMLInputElement && field.checked !== field.defaultChecked) return true;
  return field.value !== field.defaultValue;
}

function stateOf(field: Field): FieldState {
  return {
    value: field.value,
    checked: field instanceof HTMLInputElement && field.checked,
    selected:
      field instanceof HTMLSelectElement
        ? [...field.selectedOptions].map((option) => option.index)
        : [],
  };
}

function apply(field: Field, { value, checked, selected }: FieldState): void {
  if (field instanceof HTMLSelectElement) {
    for (const option of field.options) option.selected = selected.includes(option.index);
    return;
  }
  if (field instanceof HTMLInputElement) field.checked = checked;
  if (field.value === value) return;
  const hasCaret = field === document.activeElement && typeof field.selectionStart === 'number';
  const [start, end] = [field.selectionStart, field.selectionEnd];
  field.value = value;
  if (hasCaret) field.setSelectionRange(start, end);
}
