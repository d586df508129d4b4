import * as vscode from 'vscode';
import type { CreateDatasource, TestConnection } from '../../protocol/datasources.js';
import type { DatasourceForm } from '../../protocol/datasourceRules.js';
import type { FromDatasourceFormPage, ToDatasourceFormPage } from '../../protocol/webviews.js';
import { problemMessage } from '../platform/problemMessage.js';
import type { CommandRegistry } from '../platform/reporter.js';
import { WebviewPages, type Page, type PageController } from '../platform/webviewHost.js';
import type { DatasourcesModel } from './datasourcesModel.js';
import { followWork, sayReady, type WorkDeps } from './followWork.js';

export interface FormPageDeps {
  readonly work: WorkDeps;
  readonly model: DatasourcesModel;
  readonly reporter: CommandRegistry;
}

/** The Advanced form; the subject is the project that the datasource will belong to. */
export function createDatasourceForms(
  extensionUri: vscode.Uri,
  deps: FormPageDeps,
): WebviewPages<number, ToDatasourceFormPage, FromDatasourceFormPage> {
  return new WebviewPages<number, ToDatasourceFormPage, FromDatasourceFormPage>(extensionUri, {
    viewType: 'quantum.datasourceForm',
    entry: 'datasourceForm',
    keyOf: String,
    titleOf: () => vscode.l10n.t('New Datasource'),
    readSubject: (kept) => {
      const subject: unknown =
        typeof kept === 'object' && kept !== null ? Reflect.get(kept, 'subject') : undefined;
      return typeof subject === 'number' && Number.isSafeInteger(subject) ? subject : undefined;
    },
    attach: (page, projectId) => attachForm(page, projectId, deps),
  });
}

function attachForm(
  page: Page<ToDatasourceFormPage>,
  projectId: number,
  { work, model, reporter }: FormPageDeps,
): PageController<FromDatasourceFormPage> {
  const { api } = work;
  const guarded = async (run: () => Promise<void>): Promise<void> => {
    try {
      await run();
    } catch (error) {
      const { detail, repair } = problemMessage(error);
      const message = repair === undefined ? detail : `${detail} ${repair}`;
      page.post({ type: 'failed', message });
    }
  };
  const show = async (): Promise<void> => {
    const [kinds, docker, siblings] = await Promise.all([
      api.kinds(),
      api.docker(),
      api.list(projectId),
    ]);
    const { project } = model.projects.find((one) => one.project.id === projectId) ?? {};
    page.post({
      ...{ type: 'form', kinds, hasDocker: docker.available },
      ...{ project: project?.name ?? '', taken: siblings.map(({ name }) => name) },
    });
  };
  const save = async (form: DatasourceForm): Promise<void> => {
    page.post({ type: 'saving' });
    const created = await api.create(projectId, createOf(form));
    page.close();
    // The notification and the tree tell the rest; its failure is told as a command's.
    await reporter.guard('new datasource', async () => {
      const ended = await followWork(created, work);
      if (ended !== null) void sayReady(ended);
    });
  };
  return {
    onReady: () => void guarded(show),
    onMessage: (message) => {
      switch (message.type) {
        case 'test':
          void guarded(async () => {
            const result = await api.tryOut(testOf(projectId, message.form));
            page.post({ type: 'tested', result });
          });
          break;
        case 'save':
          void guarded(() => save(message.form));
          break;
        case 'cancel':
          page.close();
          break;
        default:
          message satisfies never;
      }
    },
    dispose: () => undefined,
  };
}

const given = <K extends string>(key: K, value: string): Partial<Record<K, string>> =>
  value === '' ? {} : ({ [key]: value } as Record<K, string>);

/** What a form asks to be created; what was left empty is left to the service. */
export function createOf(form: DatasourceForm): CreateDatasource {
  const { type, connectionType, autoStart, autoSetup } = form;
  const isFile = connectionType === 'file';
  return {
    ...{ type, connectionType, autoSetup, ...(connectionType === 'docker' ? { autoStart } : {}) },
    ...given('name', form.name),
    ...given('databaseName', form.databaseName),
    ...(connectionType === 'docker' ? given('image', form.image) : {}),
    ...(connectionType === 'direct' ? { ...given('host', form.host), tls: form.tls } : {}),
    ...(isFile || form.port === '' ? {} : { port: Number(form.port) }),
    ...(isFile ? {} : { ...given('username', form.username), ...given('password', form.password) }),
  };
}

/** What a form asks to be tried out. */
export function testOf(projectId: number, form: DatasourceForm): TestConnection {
  const { type, databaseName } = form;
  if (form.connectionType === 'file') return { projectId, type, databaseName };
  return {
    ...{ projectId, type, databaseName, tls: form.tls },
    ...given('host', form.host),
    ...(form.port === '' ? {} : { port: Number(form.port) }),
    ...given('username', form.username),
    ...given('password', form.password),
  };
}
