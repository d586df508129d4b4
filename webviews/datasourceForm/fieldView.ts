import * as l10n from '@vscode/l10n';
import type { FormProblem } from '../../src/protocol/datasourceRules.js';
import { element } from '../shared/dom.js';

/** One line of a form: label, input, and what is wrong with it. */
export class FieldView {
  readonly element: HTMLElement;
  readonly #label: HTMLElement;
  readonly #input: HTMLInputElement;
  readonly #problem: HTMLElement;
  readonly #offers = element('datalist');
  #isTouched = false;

  constructor(id: string, label: string, type = 'text') {
    this.#label = element('label', { for: id }, [label]);
    this.#problem = element('p', { id: `${id}-problem`, class: 'problem' });
    this.#input = element('input', {
      ...{ id, type, autocomplete: 'off', spellcheck: 'false' },
      'aria-describedby': `${id}-problem`,
    }) as HTMLInputElement;
    this.#offers.id = `${id}-offers`;
    this.#input.addEventListener('input', () => (this.#isTouched = true));
    const column = element('div', {}, [this.#input, this.#offers, this.#problem]);
    this.element = element('div', { class: 'field' }, [this.#label, column]);
  }

  get value(): string {
    return this.#input.value;
  }

  get hasProblem(): boolean {
    return this.#problem.textContent !== '' && !this.element.hidden;
  }

  set hint(text: string) {
    this.#input.placeholder = text;
  }

  /** What stands there until a person writes something else. */
  setDefault(value: string): void {
    if (!this.#isTouched) this.#input.value = value;
  }

  offer(values: readonly string[]): void {
    this.#offers.replaceChildren(...values.map((value) => element('option', { value })));
    this.#input.setAttribute('list', this.#offers.id);
  }

  /** What stands there and is not changed here. */
  fix(value: string): void {
    this.setDefault(value);
    this.#input.readOnly = true;
  }

  /** What is there already, to be changed. */
  fill(value: string): void {
    this.#input.value = value;
    this.#isTouched = true;
  }

  /** Cannot be written into now, for a reason that stands in it. */
  disable(reason: string): void {
    this.#input.disabled = true;
    this.hint = reason;
  }

  rename(label: string): void {
    this.#label.textContent = label;
  }

  setProblem(text: string | undefined): void {
    this.#problem.textContent = text ?? '';
    this.#input.setAttribute('aria-invalid', String(text !== undefined));
  }

  focus(): void {
    this.#input.focus();
  }
}

/** What is wrong with a field, in a sentence. */
export function problemText(problem: FormProblem): string {
  switch (problem) {
    case 'empty':
      return l10n.t('This cannot be empty.');
    case 'name-characters':
      return l10n.t('Letters, digits, "_", "." and "-", beginning with a letter or digit.');
    case 'name-long':
      return l10n.t('A name has 63 characters at most.');
    case 'name-taken':
      return l10n.t('Another datasource of the project has this name.');
    case 'spaces':
      return l10n.t('No spaces.');
    case 'port':
      return l10n.t('A port is a number from 1 to 65535.');
    case 'user-characters':
      return l10n.t('Letters, digits, "_", ".", "$", "@" and "-", 63 at most.');
    case 'file-outside':
      return l10n.t('A file within the project, such as data/app.db.');
  }
}
