import * as l10n from '@vscode/l10n';
import type { PreviewSession } from '../../src/protocol/preview.js';
import type { FieldError, TryOutForm } from '../../src/protocol/tryout.js';
import type { TryOutDraft, TryOutSending } from '../../src/protocol/webviews.js';
import { element } from '../shared/dom.js';
import { jsonObject } from '../shared/jsonObject.js';
import { button, icon } from '../shared/ui.js';
import { fieldControl } from './controls.js';
import { addressOf, sentFields, type ChosenFile } from './sentFields.js';

export interface FormActions {
  /** A function is called: what is empty is not passed, and only a preview can be asked. */
  readonly isCall: boolean;
  changed(draft: TryOutDraft): void;
  send(sending: TryOutSending): void;
}

/** The form of a page or an action. */
export interface FormView {
  readonly element: HTMLElement;
  /** What it would send; null while a part of the address is missing. */
  sending(): TryOutSending | null;
  fill(draft: TryOutDraft): void;
  setErrors(errors: readonly FieldError[]): void;
}

/** Draws the form of a page, an action or a function once; its fields keep what is typed. */
export function formView(
  form: TryOutForm,
  asked: Pick<TryOutForm['actions'][number], 'params'> | null,
  actions: FormActions,
): FormView {
  const chosen = new Map<string, ChosenFile>();
  const changed = (): void => actions.changed(draft());
  const parts = form.pathParams.map((name) => textField(`part-${name}`, name, changed));
  const query = textField('query', l10n.t('Query, such as page=2'), changed);
  const fields = (asked?.params ?? []).map((param) =>
    fieldControl(param, {
      changed,
      fileChosen: (name, file) => {
        if (file) chosen.set(name, file);
        else chosen.delete(name);
      },
    }),
  );
  const who = (['user', 'role', 'id'] as const).map((name) => ({
    name,
    ...textField(`who-${name}`, whoLabel(name), changed),
  }));
  const session = element('textarea', {
    id: 'who-session',
    rows: '3',
    spellcheck: 'false',
  }) as HTMLTextAreaElement;
  const wrong = element('span', { class: 'wrong', role: 'alert' });
  session.addEventListener('change', changed);
  const target = choice('target', {
    preview: l10n.t('A copy of the data (preview)'),
    ...(form.runningUrl === null || actions.isCall
      ? {}
      : { running: l10n.t('The running application') }),
  });
  const database = choice('database', {
    copy: l10n.t('A copy of the file'),
    fresh: l10n.t('Migrated from nothing'),
  });
  for (const one of [target, database]) one.addEventListener('change', changed);
  const reset = element('input', { id: 'reset', type: 'checkbox' }) as HTMLInputElement;

  const sessionOf = (): PreviewSession => {
    const values = jsonObject(session.value);
    wrong.textContent = values === null ? l10n.t('This is no JSON object.') : '';
    const named = who.flatMap(({ name, field }) =>
      field.value === '' ? [] : [[name, field.value] as const],
    );
    const hasValues = values !== null && Object.keys(values).length > 0;
    return { ...Object.fromEntries(named), ...(hasValues ? { values } : {}) };
  };
  const draft = (): TryOutDraft => ({
    parts: Object.fromEntries(
      form.pathParams.map((name, at) => [name, parts[at]?.field.value ?? '']),
    ),
    query: query.field.value,
    values: Object.fromEntries(fields.map((field) => [field.name, field.value()])),
    session: sessionOf(),
    target: target.value === 'running' ? 'running' : 'preview',
    database: database.value === 'fresh' ? 'fresh' : 'copy',
  });
  const sending = (): TryOutSending | null => {
    const { parts: given, query: search, values, ...rest } = draft();
    const url = addressOf(form.path, given, search);
    if (url === null) {
      parts.find(({ field }) => field.value === '')?.field.focus();
      return null;
    }
    const sent = sentFields(asked?.params ?? [], values, chosen);
    const fields = actions.isCall ? sent.filter(({ value }) => value !== '') : sent;
    return {
      ...{ url, ...rest, fields },
      reset: reset.checked,
    };
  };
  const submit = (): void => {
    const made = sending();
    if (made) actions.send(made);
  };
  const name = actions.isCall ? l10n.t('Call') : l10n.t('Request');
  const hint = l10n.t('Braces are expressions, as on the page; lists and objects are JSON.');
  const made = element('form', { novalidate: '', 'aria-label': name }, [
    actions.isCall && fields.length > 0 ? element('p', { class: 'muted' }, [hint]) : null,
    ...parts.map(({ row }) => row),
    ...fields.map(({ row }) => row),
    query.row,
    element('details', {}, [
      element('summary', {}, [
        icon('account'),
        actions.isCall ? l10n.t('Who asks for the page') : l10n.t('Who sends it'),
      ]),
      ...who.map(({ row }) => row),
      labelled('who-session', l10n.t('Session (JSON)'), session),
      wrong,
    ]),
    element('details', {}, [
      element('summary', {}, [icon('database'), l10n.t('Where it goes')]),
      labelled('target', l10n.t('To'), target),
      labelled('database', l10n.t('Database'), database),
      element('label', { class: 'check' }, [reset, l10n.t('Begin with the data as it was')]),
    ]),
    element('div', { class: 'actions' }, [
      button({
        ...{ id: 'send', icon: actions.isCall ? 'play' : 'send', primary: true, onPress: submit },
        label: actions.isCall ? l10n.t('Call') : l10n.t('Send'),
      }),
    ]),
  ]);
  made.addEventListener('submit', (event) => event.preventDefault());
  made.addEventListener('keydown', (event) => {
    const isField = event.target instanceof HTMLInputElement && event.target.type !== 'file';
    if (event.key !== 'Enter' || !(isField || event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    submit();
  });
  return {
    element: made,
    sending,
    fill: (given) => {
      form.pathParams.forEach((name, at) => {
        const part = parts[at];
        if (part) part.field.value = given.parts[name] ?? '';
      });
      query.field.value = given.query;
      for (const field of fields) field.setValue(given.values[field.name] ?? '');
      for (const { name, field } of who) field.value = given.session[name] ?? '';
      const { values = {} } = given.session;
      session.value = Object.keys(values).length === 0 ? '' : JSON.stringify(values, null, 2);
      target.value = given.target === 'running' && form.runningUrl !== null ? 'running' : 'preview';
      database.value = given.database;
    },
    setErrors: (errors) => {
      for (const field of fields)
        field.setError(errors.find(({ name }) => name === field.name)?.message ?? null);
      const first = fields.find((field) => errors.some(({ name }) => name === field.name));
      if (first) document.getElementById(`field-${first.name}`)?.focus();
    },
  };
}

function whoLabel(name: 'user' | 'role' | 'id'): string {
  if (name === 'user') return l10n.t('User');
  return name === 'role' ? l10n.t('Role') : l10n.t('User id');
}

function textField(
  id: string,
  label: string,
  changed: () => void,
): { row: HTMLElement; field: HTMLInputElement } {
  const field = element('input', { id, type: 'text', spellcheck: 'false' }) as HTMLInputElement;
  field.addEventListener('change', changed);
  return { field, row: labelled(id, label, field) };
}

function labelled(id: string, label: string, field: HTMLElement): HTMLElement {
  return element('div', { class: 'field' }, [element('label', { for: id }, [label]), field]);
}

function choice(id: string, choices: Readonly<Record<string, string>>): HTMLSelectElement {
  const options = Object.entries(choices).map(([value, text]) =>
    element('option', { value }, [text]),
  );
  return element('select', { id }, options) as HTMLSelectElement;
}
