import type { TryOutParam } from '../../src/protocol/tryout.js';
import { element } from '../shared/dom.js';
import { rulesOf } from '../shared/fieldRules.js';
import { controlOf, type ChosenFile } from './sentFields.js';

/** A field of the form, and where its error stands. */
export interface FieldControl {
  readonly row: HTMLElement;
  readonly name: string;
  value(): string;
  setValue(value: string): void;
  setError(message: string | null): void;
}

export interface FieldChanges {
  changed(): void;
  fileChosen(name: string, file: ChosenFile | null): void;
}

/** The control of a field, with its rules in words: what it takes is checked by the framework alone. */
export function fieldControl(param: TryOutParam, changes: FieldChanges): FieldControl {
  const { name, required } = param;
  const id = `field-${name}`;
  const control = controlFor(param, id);
  const rules = element('span', { class: 'muted', id: `${id}-rules` }, [rulesOf(param)]);
  const error = element('span', { class: 'wrong', id: `${id}-error`, role: 'alert' });
  control.setAttribute('aria-describedby', `${rules.id} ${error.id}`);
  if (required) control.setAttribute('aria-required', 'true');
  const isCheck = control instanceof HTMLInputElement && control.type === 'checkbox';
  const label = element('label', { for: id }, [required ? `${name} *` : name]);
  const row = element('div', { class: isCheck ? 'field tick' : 'field' }, [
    ...(isCheck ? [control, label] : [label, control]),
    rules,
    error,
  ]);
  const setError = (message: string | null): void => {
    error.textContent = message ?? '';
    if (message === null) control.removeAttribute('aria-invalid');
    else control.setAttribute('aria-invalid', 'true');
  };
  // Leaving a field is no change of what was refused in it.
  control.addEventListener('input', () => setError(null));
  control.addEventListener('change', () => {
    if (control instanceof HTMLInputElement && control.type === 'file')
      void readFile(control.files?.[0]).then((file) => changes.fileChosen(name, file));
    else changes.changed();
  });
  return {
    ...{ row, name, setError },
    value: () => {
      if (isCheck) return control.checked ? 'on' : '';
      return control instanceof HTMLInputElement && control.type === 'file' ? '' : control.value;
    },
    setValue: (value) => {
      if (isCheck) control.checked = value !== '';
      else if (!(control instanceof HTMLInputElement && control.type === 'file'))
        control.value = value;
    },
  };
}

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function controlFor(param: TryOutParam, id: string): Field {
  const { name, rules, secret, options, required, default: fallback } = param;
  switch (controlOf(param)) {
    case 'check':
      return element('input', { id, name, type: 'checkbox' }) as Field;
    case 'file': {
      const accept = rules['accept'];
      return element('input', { id, name, type: 'file', ...(accept && { accept }) }) as Field;
    }
    case 'choice': {
      const none = required && fallback === null ? [] : [element('option', { value: '' }, ['—'])];
      const choices = options.map(({ value, label }) => element('option', { value }, [label]));
      return element('select', { id, name }, [...none, ...choices]) as Field;
    }
    case 'text':
      return element('textarea', { id, name, rows: '3', spellcheck: 'false' }) as Field;
    case 'input': {
      const type = secret ? 'password' : 'text';
      const look = { placeholder: fallback ?? '', spellcheck: 'false', autocomplete: 'off' };
      return element('input', { id, name, type, ...look }) as Field;
    }
  }
}

async function readFile(file: File | undefined): Promise<ChosenFile | null> {
  if (!file) return null;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return { name: file.name, base64: btoa(text) };
}
