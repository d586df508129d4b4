import * as l10n from '@vscode/l10n';
import type { PreviewComponent, PreviewProp, PreviewSlot } from '../../src/protocol/preview.js';
import type { PreviewView } from '../../src/protocol/webviews.js';
import { element } from '../shared/dom.js';
import { rulesOf } from '../shared/fieldRules.js';
import { button, icon } from '../shared/ui.js';

export type Given = Required<Pick<PreviewView, 'props' | 'slots' | 'layout'>>;

export interface ComponentFormActions {
  /** All that the fields hold, at each key. */
  change(given: Given): void;
  copyCall(): void;
}

/** What a component shown alone is given: its props and the content of its slots. */
export interface ComponentForm {
  readonly element: HTMLElement;
  /** Null: what is shown is no component. */
  show(component: PreviewComponent | null): void;
  /** Which layouts there are, and which of them it stands in. */
  setLayouts(layouts: readonly string[]): void;
  setLayout(layout: string): void;
  /** The field where a person mends what breaks the component, or its first. */
  focus(where: 'props' | 'content'): void;
}

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const structures = ['array', 'object', 'json', 'any'];
const numbers = ['integer', 'int', 'long', 'number', 'numeric', 'decimal', 'float', 'double'];

export function componentForm(actions: ComponentFormActions): ComponentForm {
  const made = element('section', { class: 'component', hidden: '' });
  made.setAttribute('aria-label', l10n.t('Props and slots'));
  let shape = '';
  let props = new Map<string, Field>();
  let slots = new Map<string, Field>();
  const textsOf = (fields: ReadonlyMap<string, Field>): Record<string, string> =>
    Object.fromEntries([...fields].map(([name, { value }]) => [name, value]));
  const layout = element('select', { id: 'layout' }) as HTMLSelectElement;
  const layoutRow = element('div', { class: 'field', hidden: '' }, [
    element('label', { for: 'layout' }, [l10n.t('In the layout')]),
    layout,
  ]);
  const fields = element('div', {});
  made.append(layoutRow, fields);
  const changed = (): void =>
    actions.change({ props: textsOf(props), slots: textsOf(slots), layout: layout.value });
  layout.addEventListener('change', changed);

  /** Made anew when the component takes something else; what is focused stays so. */
  const build = (component: PreviewComponent): void => {
    const typed = [...props.values(), ...slots.values()].find(
      (field) => field === document.activeElement,
    );
    props = new Map(component.props.map((prop) => [prop.name, propField(prop)]));
    const fillable = component.slots.filter((slot) => slot.fillable);
    slots = new Map(fillable.map(({ name }) => [name, slotField(name)]));
    for (const field of [...props.values(), ...slots.values()])
      field.addEventListener('input', changed);
    fields.replaceChildren(
      ...(props.size === 0 ? [] : [heading('symbol-parameter', l10n.t('Props'))]),
      ...component.props.map((prop) => propRow(prop, props.get(prop.name))),
      ...(component.slots.length === 0 ? [] : [heading('symbol-snippet', l10n.t('Slots'))]),
      ...component.slots.map((slot) => slotRow(slot, slots.get(slot.name))),
      ...(props.size + component.slots.length > 0
        ? []
        : [element('p', { class: 'muted' }, [l10n.t('It takes no props and has no slots.')])]),
      button({
        ...{ id: 'copy-call', label: l10n.t('Copy the Call'), icon: 'copy' },
        onPress: () => actions.copyCall(),
      }),
    );
    const again = [...props.values(), ...slots.values()].find(({ id }) => id === typed?.id);
    if (!typed || !again) return;
    again.value = typed.value;
    again.focus();
  };

  return {
    element: made,
    show: (component) => {
      made.hidden = component === null;
      if (component === null) {
        shape = '';
        return;
      }
      const next = JSON.stringify([component.props, component.slots]);
      if (next !== shape) build(component);
      shape = next;
      for (const [name, field] of props) fill(field, component.given[name] ?? '');
      for (const [name, field] of slots) fill(field, component.content[name] ?? '');
    },
    setLayouts: (layouts) => {
      const chosen = layout.value;
      const options = ['', ...layouts].map((value) =>
        element('option', { value }, [value === '' ? l10n.t('None') : nameOf(value)]),
      );
      layout.replaceChildren(...options);
      layoutRow.hidden = layouts.length === 0;
      fill(layout, chosen);
    },
    setLayout: (chosen) => fill(layout, chosen),
    focus: (where) => {
      const [first] = where === 'content' ? slots.values() : props.values();
      first?.focus();
    },
  };
}

const nameOf = (filePath: string): string =>
  filePath.split('/').at(-1)?.replace(/\.q$/, '') ?? filePath;

/** What is being typed is newer than what was drawn. */
function fill(field: Field, value: string): void {
  if (document.activeElement === field || field.value === value) return;
  if (field instanceof HTMLSelectElement && [...field.options].every((one) => one.value !== value))
    field.append(element('option', { value }, [nameOf(value)]));
  field.value = value;
}

function propField({ name, type, required, options, default: fallback }: PreviewProp): Field {
  const id = `prop-${name}`;
  const look = {
    ...{ id, 'aria-describedby': `${id}-rules`, spellcheck: 'false' },
    ...(required ? { 'aria-required': 'true' } : {}),
  };
  const choices = type === 'boolean' ? ['true', 'false'] : options;
  if (choices.length > 0) {
    const all = ['', ...choices].map((one) =>
      element('option', { value: one }, [one === '' ? (fallback ?? '—') : one]),
    );
    return element('select', look, all) as Field;
  }
  if (structures.includes(type) || type === 'text')
    return element('textarea', { ...look, rows: '4', placeholder: fallback ?? '' }) as Field;
  const mode = numbers.includes(type) ? 'decimal' : 'text';
  const shown = { type: 'text', autocomplete: 'off', placeholder: fallback ?? '', inputmode: mode };
  return element('input', { ...look, ...shown }) as Field;
}

function propRow(prop: PreviewProp, field: Field | undefined): HTMLElement {
  const id = `prop-${prop.name}`;
  const json = structures.includes(prop.type) ? ` · ${l10n.t('as JSON')}` : '';
  const said = prop.description === null ? '' : `${prop.description} · `;
  return element('div', { class: 'field' }, [
    element('label', { for: id }, [prop.required ? `${prop.name} *` : prop.name]),
    field ?? null,
    element('span', { class: 'muted', id: `${id}-rules` }, [said + rulesOf(prop) + json]),
  ]);
}

function slotField(name: string): Field {
  const id = `slot-${name}`;
  return element('textarea', { id, rows: '4', spellcheck: 'false' }) as Field;
}

function slotRow({ name, own }: PreviewSlot, field: Field | undefined): HTMLElement {
  const id = `slot-${name}`;
  if (!field)
    return element('div', { class: 'field' }, [
      element('span', {}, [name]),
      element('span', { class: 'muted' }, [
        own
          ? l10n.t(
              'Shows its own content whatever a page gives: the framework fills only a default slot that stands in plain markup.',
            )
          : l10n.t(
              'Stays empty whatever a page gives: the framework fills only a default slot that stands in plain markup.',
            ),
      ]),
    ]);
  const note = own ? l10n.t('Left empty, it shows its own content.') : '';
  field.setAttribute('aria-describedby', `${id}-note`);
  return element('div', { class: 'field' }, [
    element('label', { for: id }, [name]),
    field,
    element('span', { class: 'muted', id: `${id}-note` }, [note]),
  ]);
}

function heading(look: string, text: string): HTMLElement {
  return element('h2', {}, [icon(look), text]);
}
