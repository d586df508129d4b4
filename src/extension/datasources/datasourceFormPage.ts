import * as vscode from 'vscode';
import type { DatasourceForm } from '../../protocol/datasourceRules.js';
import type { Datasource } from '../../protocol/datasources.js';
import type { FromDatasourceFormPage, ToDatasourceFormPage } from '../../protocol/webviews.js';
import { problemText } from '../platform/problemMessage.js';
import type { CommandRegistry } from '../platform/reporter.js';
import { WebviewPages, type Page, type PageController } from '../platform/webviewHost.js';
import type { DatasourcesModel } from './datasourcesModel.js';
import { confirmMove } from './editCommands.js';
import { followWork, sayReady, type WorkDeps } from './followWork.js';
import { changesOf, createOf, restartsContainer, testOf } from './formRequests.js';

export interface FormPageDeps {
  readonly work: WorkDeps;
  readonly model: DatasourcesModel;
  readonly reporter: CommandRegistry;
}

/** The project that a new datasource will belong to, or the one that is changed. */
export interface FormSubject {
  readonly projectId: number;
  /** Null: a new one. */
  readonly datasourceId: number | null;
}

/** The Advanced form: of a new datasource, or of one that is there. */
export function createDatasourceForms(
  extensionUri: vscode.Uri,
  deps: FormPageDeps,
): WebviewPages<FormSubject, ToDatasourceFormPage, FromDatasourceFormPage> {
  return new WebviewPages<FormSubject, ToDatasourceFormPage, FromDatasourceFormPage>(extensionUri, {
    viewType: 'quantum.datasourceForm',
    entry: 'datasourceForm',
    keyOf: ({ projectId, datasourceId }) => `${projectId}/${datasourceId ?? 'new'}`,
    titleOf: ({ datasourceId }) => {
      const { name } = (datasourceId === null ? undefined : deps.model.get(datasourceId)) ?? {};
      return name === undefined
        ? vscode.l10n.t('New Datasource')
        : vscode.l10n.t('Edit "{0}"', name);
    },
    readSubject: (kept) => {
      const subject: unknown =
        typeof kept === 'object' && kept !== null ? Reflect.get(kept, 'subject') : undefined;
      return isSubject(subject) ? subject : undefined;
    },
    attach: (page, subject) => new FormPage(page, subject, deps),
  });
}

function isSubject(kept: unknown): kept is FormSubject {
  if (typeof kept !== 'object' || kept === null) return false;
  const { projectId, datasourceId } = kept as Partial<Record<keyof FormSubject, unknown>>;
  return (
    Number.isSafeInteger(projectId) && (datasourceId === null || Number.isSafeInteger(datasourceId))
  );
}

class FormPage implements PageController<FromDatasourceFormPage> {
  constructor(
    private readonly page: Page<ToDatasourceFormPage>,
    private readonly subject: FormSubject,
    private readonly deps: FormPageDeps,
  ) {}

  onReady(): void {
    void this.#guarded(() => this.#show());
  }

  onMessage(message: FromDatasourceFormPage): void {
    switch (message.type) {
      case 'test':
        void this.#guarded(() => this.#test(message.form));
        break;
      case 'save':
        void this.#guarded(() => this.#save(message.form));
        break;
      case 'cancel':
        this.page.close();
        break;
      default:
        message satisfies never;
    }
  }

  dispose(): void {
    // Nothing is kept but the page itself.
  }

  /** What fails is told in the form, where it can be mended. */
  async #guarded(run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      this.page.post({ type: 'failed', message: problemText(error) });
    }
  }

  async #show(): Promise<void> {
    const { work, model } = this.deps;
    const { projectId, datasourceId } = this.subject;
    const [kinds, docker, siblings] = await Promise.all([
      work.api.kinds(),
      work.api.docker(),
      work.api.list(projectId),
    ]);
    const datasource = siblings.find(({ id }) => id === datasourceId) ?? null;
    if (datasourceId !== null && datasource === null)
      throw new Error(vscode.l10n.t('The datasource is not there any more.'));
    const { project } = model.projects.find((one) => one.project.id === projectId) ?? {};
    this.page.post({
      ...{ type: 'form', kinds, hasDocker: docker.available, datasource },
      ...{ project: project?.name ?? '', taken: siblings.map(({ name }) => name) },
    });
  }

  async #test(form: DatasourceForm): Promise<void> {
    const { projectId, datasourceId } = this.subject;
    const result = await this.deps.work.api.tryOut(testOf(projectId, form, datasourceId));
    this.page.post({ type: 'tested', result });
  }

  async #save(form: DatasourceForm): Promise<void> {
    const { api } = this.deps.work;
    const { projectId, datasourceId } = this.subject;
    this.page.post({ type: 'saving' });
    if (datasourceId === null) {
      const created = await api.create(projectId, createOf(form));
      this.page.close();
      // The notification and the tree tell the rest; its failure is told as a command's.
      await this.#follow(async (work) => {
        const ended = await followWork(created, work);
        if (ended !== null) void sayReady(ended);
      });
      return;
    }
    await this.#change(form, await api.detail(datasourceId));
  }

  async #change(form: DatasourceForm, before: Datasource): Promise<void> {
    const { api } = this.deps.work;
    const [first, ...more] = changesOf(form, before);
    const changes = first === undefined ? [] : [first, ...more];
    if (restartsContainer(changes, before) && !(await confirmMove(before, Number(form.port)))) {
      this.page.post({ type: 'unsaved' });
      return;
    }
    // The first is sent while the form is there to say why it is refused.
    const begun = first === undefined ? before : await api.update(before.id, first);
    this.page.close();
    await this.#follow(async (work) => {
      let isOver = (await followWork(begun, work)) === null;
      for (const change of more) {
        if (isOver) return;
        isOver = (await followWork(await api.update(before.id, change), work)) === null;
      }
    });
  }

  #follow(run: (work: WorkDeps) => Promise<void>): Promise<unknown> {
    const { reporter, work } = this.deps;
    return reporter.guard('datasource form', () => run(work));
  }
}
