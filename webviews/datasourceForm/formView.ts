import * as l10n from '@vscode/l10n';
import type {
  ConnectionTest,
  ConnectionType,
  Datasource,
  DatasourceKind,
} from '../../src/protocol/datasources.js';
import {
  fieldsOf,
  formProblems,
  type DatasourceForm,
  type FormField,
} from '../../src/protocol/datasourceRules.js';
import type { FromDatasourceFormPage, ToDatasourceFormPage } from '../../src/protocol/webviews.js';
import { element } from '../shared/dom.js';
import type { PageContext } from '../shared/page.js';
import { button, icon } from '../shared/ui.js';
import { FieldView, problemText } from './fieldView.js';

type Given = Extract<ToDatasourceFormPage, { type: 'form' }>;
type Context = PageContext<FromDatasourceFormPage>;

const textFields: readonly FormField[] = [
  ...(['name', 'image', 'host', 'port', 'databaseName', 'username'] as const),
];

/** The form: fields follow the type until a person writes into them, and each is judged as it is typed. */
export class FormView {
  readonly element = element('form', { novalidate: '' });
  readonly #type = element('select', { id: 'type' }) as HTMLSelectElement;
  readonly #way = element('select', { id: 'connectionType' }) as HTMLSelectElement;
  readonly #fields = new Map<FormField, FieldView>();
  readonly #password = new FieldView('password', l10n.t('Password'), 'password');
  readonly #checks = new Map<'tls' | 'autoStart' | 'autoSetup', HTMLInputElement>();
  readonly #verdict = element('div', { class: 'verdict', role: 'status', 'aria-live': 'polite' });
  readonly #save: HTMLElement;
  readonly #test: HTMLElement;
  readonly #saveAnyway: HTMLElement;
  /** The connection, as it was when it was last tried out with success. */
  #triedOut: string | undefined;
  #savesAfterTest = false;

  constructor(
    private readonly given: Given,
    private readonly context: Context,
  ) {
    for (const { type, title } of given.kinds)
      this.#type.append(element('option', { value: type }, [title]));
    const labels: Record<FormField, string> = {
      name: l10n.t('Name'),
      image: l10n.t('Image'),
      host: l10n.t('Host'),
      port: l10n.t('Port'),
      databaseName: l10n.t('Database'),
      username: l10n.t('User'),
    };
    for (const field of textFields) this.#fields.set(field, new FieldView(field, labels[field]));
    for (const [key, label] of [
      ['tls', l10n.t('Encrypt the connection')],
      ['autoStart', l10n.t('Start with the engine')],
      ['autoSetup', l10n.t('Make database and user')],
    ] as const)
      this.#addCheck(key, label);
    this.#save = button({
      id: 'save',
      label: l10n.t('Save'),
      icon: 'check',
      primary: true,
      onPress: () => this.#submit(),
    });
    this.#test = button({
      id: 'test',
      label: l10n.t('Test Connection'),
      icon: 'pulse',
      onPress: () => this.#tryOut(false),
    });
    this.#saveAnyway = button({
      id: 'save-anyway',
      label: l10n.t('Save Anyway'),
      icon: 'warning',
      onPress: () => this.#send(),
    });
    const cancel = button({
      id: 'cancel',
      label: l10n.t('Cancel'),
      onPress: () => context.send({ type: 'cancel' }),
    });
    this.element.append(
      element('h1', {}, [
        given.datasource === null
          ? l10n.t('New Datasource')
          : l10n.t('Edit "{0}"', given.datasource.name),
      ]),
      element('p', { class: 'muted' }, [given.project]),
      row('type', l10n.t('Type'), this.#type),
      row('connectionType', l10n.t('Where'), this.#way),
      ...[...this.#fields.values()].map((field) => field.element),
      this.#password.element,
      element(
        'div',
        { class: 'checks' },
        [...this.#checks.values()].map((one) => one.parentNode),
      ),
      this.#verdict,
      element('div', { class: 'actions' }, [this.#save, this.#test, cancel]),
    );
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.element.addEventListener('keydown', ({ key, target }) => {
      if (key === 'Enter' && target instanceof HTMLInputElement) this.#submit();
    });
    this.element.addEventListener('input', () => {
      // It was offered for what was tried out, not for what is typed now.
      if (this.#saveAnyway.isConnected) this.quiet();
      this.#judge();
    });
    this.#type.addEventListener('change', () => this.#takeType());
    this.#way.addEventListener('change', () => this.#takeWay());
    if (given.datasource !== null) this.#type.value = given.datasource.type;
    this.#takeType();
    if (given.datasource !== null) this.#fill(given.datasource);
  }

  focus(): void {
    if (this.given.datasource === null) this.#type.focus();
    else this.#fields.get('name')?.focus();
  }

  tested(result: ConnectionTest): void {
    if (!result.ok) {
      const { message = '', repair = null } = result.error ?? {};
      this.say('error', repair === null ? message : `${message} ${repair}`);
      // The server may be away for now: who saves knows better.
      if (this.#savesAfterTest) this.#verdict.append(this.#saveAnyway);
      this.#savesAfterTest = false;
      return;
    }
    this.#triedOut = this.#connection();
    this.say('pass', l10n.t('It connects: {0}', result.serverVersion ?? ''));
    if (this.#savesAfterTest) this.#submit();
  }

  say(kind: 'error' | 'pass' | 'waiting', text: string): void {
    const name = kind === 'waiting' ? 'loading' : kind;
    this.#verdict.className = `verdict ${kind}`;
    this.#verdict.replaceChildren(icon(name), element('span', {}, [text]));
  }

  /** Nothing is under way any more. */
  quiet(): void {
    this.#verdict.className = 'verdict';
    this.#verdict.replaceChildren();
  }

  /** What is there of the one that is changed: a container’s image, database and user stay. */
  #fill(datasource: Datasource): void {
    const { connectionType, status, port } = datasource;
    const isContainer = connectionType === 'docker';
    for (const select of [this.#type, this.#way]) select.disabled = true;
    this.#way.value = connectionType;
    this.#takeWay();
    this.#fields.get('name')?.fill(datasource.name);
    this.#fields.get('port')?.fill(String(port ?? ''));
    for (const field of ['image', 'databaseName', 'username', 'host'] as const) {
      const view = this.#fields.get(field);
      if (isContainer) view?.fix(datasource[field] ?? '');
      else view?.fill(datasource[field] ?? '');
    }
    this.#password.hint = datasource.hasPassword ? l10n.t('stays as it is') : l10n.t('none');
    if (isContainer && status !== 'running')
      this.#password.disable(l10n.t('changes while it runs: start it first'));
    for (const key of ['tls', 'autoStart', 'autoSetup'] as const) {
      const check = this.#checks.get(key);
      if (check) check.checked = datasource[key];
    }
    this.#judge();
  }

  #addCheck(key: 'tls' | 'autoStart' | 'autoSetup', text: string): void {
    const input = element('input', { id: key, type: 'checkbox' }) as HTMLInputElement;
    input.checked = key !== 'tls';
    element('label', { class: 'check' }, [input, text]);
    this.#checks.set(key, input);
  }

  get #kind(): DatasourceKind {
    const kind = this.given.kinds.find(({ type }) => type === this.#type.value);
    if (!kind) throw new Error('The service offers no type.');
    return kind;
  }

  #takeType(): void {
    const kind = this.#kind;
    const ways: Record<ConnectionType, string> = {
      docker: l10n.t('In a container'),
      direct: l10n.t('On a server that is there'),
      file: l10n.t('In a file of the project'),
    };
    this.#way.replaceChildren(
      ...kind.connectionTypes.map((way) => element('option', { value: way }, [ways[way]])),
    );
    if (!this.given.hasDocker && kind.connectionTypes.includes('direct'))
      this.#way.value = 'direct';
    this.#default('name', this.#freeName(kind.type));
    this.#default('image', kind.images[0]?.name ?? '');
    this.#fields.get('image')?.offer(kind.images.map(({ name }) => name));
    this.#default('host', '127.0.0.1');
    this.#default('databaseName', kind.databaseName);
    this.#default('username', kind.username ?? '');
    this.#takeWay();
  }

  #takeWay(): void {
    const way = this.#way.value as ConnectionType;
    const shown = fieldsOf(way);
    for (const [name, field] of this.#fields) field.element.hidden = !shown.includes(name);
    this.#password.element.hidden = way === 'file';
    this.#password.hint = way === 'docker' ? l10n.t('a random one') : '';
    const { port } = this.#kind;
    const field = this.#fields.get('port');
    if (field) field.hint = way === 'docker' ? l10n.t('{0} or the next free one', port ?? '') : '';
    this.#default('port', way === 'docker' ? '' : String(port ?? ''));
    this.#fields.get('databaseName')?.rename(way === 'file' ? l10n.t('File') : l10n.t('Database'));
    this.#showCheck('tls', way === 'direct');
    this.#showCheck('autoStart', way === 'docker');
    this.#showCheck('autoSetup', way === 'docker');
    this.#test.hidden = way === 'docker';
    this.#judge();
  }

  #showCheck(key: 'tls' | 'autoStart' | 'autoSetup', isShown: boolean): void {
    const label = this.#checks.get(key)?.parentElement;
    if (label) label.hidden = !isShown;
  }

  #default(field: FormField, value: string): void {
    this.#fields.get(field)?.setDefault(value);
  }

  #freeName(type: string): string {
    const word = (text: string): string =>
      text
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, '-')
        .replaceAll(/^-|-$/g, '');
    const stem = [word(this.given.project), type].filter((part) => part !== '').join('-');
    for (let number = 1; ; number++) {
      const name = `${stem}-${number}`;
      if (!this.given.taken.includes(name)) return name;
    }
  }

  #form(): DatasourceForm {
    const text = (field: FormField): string => this.#fields.get(field)?.value ?? '';
    const isOn = (key: 'tls' | 'autoStart' | 'autoSetup'): boolean =>
      this.#checks.get(key)?.checked ?? false;
    return {
      type: this.#kind.type,
      connectionType: this.#way.value as ConnectionType,
      ...{ name: text('name'), image: text('image'), host: text('host'), port: text('port') },
      ...{ databaseName: text('databaseName'), username: text('username') },
      password: this.#password.value,
      ...{ tls: isOn('tls'), autoStart: isOn('autoStart'), autoSetup: isOn('autoSetup') },
    };
  }

  /** What a try-out depends on. */
  #connection(): string {
    const { type, connectionType, host, port, databaseName, username, password, tls } =
      this.#form();
    return JSON.stringify([
      ...[type, connectionType, host, port, databaseName, username, password, tls],
    ]);
  }

  /** Says of each field what is wrong with it. Answers whether all is well. */
  #judge(): boolean {
    const { taken, datasource } = this.given;
    const problems = formProblems(this.#form(), taken, datasource);
    for (const [name, field] of this.#fields) {
      const problem = problems[name];
      field.setProblem(problem === undefined ? undefined : problemText(problem));
    }
    const isFine = Object.keys(problems).length === 0;
    for (const one of [this.#save, this.#test]) one.toggleAttribute('disabled', !isFine);
    return isFine;
  }

  #tryOut(andSave: boolean): void {
    if (!this.#judge()) return;
    this.#savesAfterTest = andSave;
    this.say('waiting', l10n.t('Connecting…'));
    this.context.send({ type: 'test', form: this.#form() });
  }

  /** A server that is there is tried out before it is saved. */
  #submit(): void {
    if (!this.#judge()) {
      const [first] = [...this.#fields.values()].filter((field) => field.hasProblem);
      first?.focus();
      return;
    }
    const isUntried = this.#way.value === 'direct' && this.#triedOut !== this.#connection();
    if (isUntried) this.#tryOut(true);
    else this.#send();
  }

  #send(): void {
    this.context.send({ type: 'save', form: this.#form() });
  }
}

function row(id: string, text: string, control: HTMLElement): HTMLElement {
  return element('div', { class: 'field' }, [element('label', { for: id }, [text]), control]);
}
