import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Project } from '../../protocol/projects.js';
import type { TryOutAnswer, TryOutRequest } from '../../protocol/tryout.js';
import type {
  FromTryOutPage,
  ToTryOutPage,
  TryOutDraft,
  TryOutSending,
} from '../../protocol/webviews.js';
import { Disposables } from '../platform/disposables.js';
import { problemCode, problemText } from '../platform/problemMessage.js';
import { Cancelled, type CommandRegistry } from '../platform/reporter.js';
import type { ServiceClient } from '../platform/serviceClient.js';
import type { Page, PageController } from '../platform/webviewHost.js';
import { openTexts } from '../preview/previewedTexts.js';
import type { ProjectsFeature } from '../projects/projectsFeature.js';
import type { TryOutApi } from './tryOutApi.js';

/** A page, an action of it, or a function of a page or component. */
export interface TryOutSubject {
  readonly projectId: number;
  readonly rootPath: string;
  readonly filePath: string;
  /** null: the page itself, or its function. */
  readonly action: string | null;
  /** The function that is called; null for a request. */
  readonly called: string | null;
}

export interface TryOutDeps {
  readonly api: TryOutApi;
  readonly projects: Pick<ProjectsFeature, 'here' | 'onDidChange'>;
  readonly service: ServiceClient;
  readonly reporter: CommandRegistry;
  /** The built script that goes into every shown page. */
  readonly frameScript: vscode.Uri;
}

/** The panel that builds a request, sends it and shows what came of it. */
export class TryOutPanel implements PageController<FromTryOutPage> {
  private readonly owned = new Disposables();
  private draft: TryOutDraft | null = null;
  private answer: TryOutAnswer | null = null;
  private servers = false;

  constructor(
    private readonly page: Page<ToTryOutPage>,
    private readonly subject: TryOutSubject,
    private readonly deps: TryOutDeps,
  ) {
    const { projectId } = subject;
    this.owned.add(
      deps.service.onEvent((event) => {
        // Whether there is a running application to send to is another matter now.
        const concerns = event.type === 'run_changed' && event.projectId === projectId;
        if (event.type === 'reset' || concerns) this.guard(() => this.showForm());
        // Another window or the command line sent something, or the history was cleared there.
        const isHistory = event.type === 'try_outs_changed' && event.projectId === projectId;
        if (event.type === 'reset' || isHistory) this.guard(() => this.showHistory());
      }),
    );
    this.owned.add(
      vscode.workspace.onDidSaveTextDocument(({ uri }) => {
        if (uri.fsPath === this.file.fsPath) this.guard(() => this.showForm());
      }),
    );
  }

  onReady(): void {
    this.guard(async () => {
      const script = await readFile(this.deps.frameScript.fsPath, 'utf8');
      this.page.post({ type: 'frame', script });
      await this.showForm();
      await this.showHistory();
      if (this.answer) this.page.post({ type: 'answer', answer: this.answer });
    });
  }

  onMessage(message: FromTryOutPage): void {
    this.guard(() => this.handle(message));
  }

  dispose(): void {
    this.owned.dispose();
  }

  private async handle(message: FromTryOutPage): Promise<void> {
    switch (message.type) {
      case 'draft':
        this.draft = message.draft;
        break;
      case 'send':
        await this.send(message.sending);
        break;
      case 'saveTest':
        await this.saveTest(message.sending);
        break;
      case 'copyCurl':
        if (this.answer?.curl) await vscode.env.clipboard.writeText(this.answer.curl);
        vscode.window.setStatusBarMessage(vscode.l10n.t('Copied'), 3_000);
        break;
      case 'fetch':
        await this.fetch(message.urls, message.target);
        break;
      case 'openError':
        await this.open(message.filePath, message.line, message.column);
        break;
      case 'allowServers':
        this.servers = true;
        await this.showForm();
        break;
      case 'clearHistory':
        await this.deps.api.clearHistory(this.subject.projectId);
        break;
      default:
        message satisfies never;
    }
  }

  /** What fails stands in the page, where the person looks. */
  private guard(work: () => Promise<void>): void {
    void work().catch((error: unknown) => {
      if (error instanceof Cancelled) return;
      const isServerDatabase = problemCode(error) === 'server-database';
      this.page.post({ type: 'failed', message: problemText(error), isServerDatabase });
    });
  }

  private async showForm(): Promise<void> {
    const { projectId, filePath, action, called } = this.subject;
    const form = await this.deps.api.form(projectId, { filePath, ...this.world() });
    if (called !== null && !form.functions.some(({ name }) => name === called))
      throw new Error(vscode.l10n.t('{0} has no function “{1}” any more.', filePath, called));
    if (action !== null && !form.actions.some(({ name }) => name === action))
      throw new Error(vscode.l10n.t('{0} has no action “{1}” any more.', filePath, action));
    this.page.post({ type: 'form', form, action, called, draft: this.draft });
  }

  private async showHistory(): Promise<void> {
    const entries = await this.deps.api.history(this.subject.projectId);
    this.page.post({ type: 'history', entries });
  }

  private world(): Pick<TryOutRequest, 'texts' | 'servers'> {
    return { texts: this.project ? openTexts(this.project) : [], servers: this.servers };
  }

  private requestOf(sending: TryOutSending): TryOutRequest {
    const { filePath, action, called } = this.subject;
    const callOf = called === null ? {} : { function: called };
    return { filePath, action, ...callOf, ...this.world(), ...sending };
  }

  private async send(sending: TryOutSending): Promise<void> {
    this.page.post({ type: 'sending' });
    this.answer = await this.deps.api.send(this.subject.projectId, this.requestOf(sending));
    this.page.post({ type: 'answer', answer: this.answer });
  }

  private async saveTest(sending: TryOutSending): Promise<void> {
    const { projectId, filePath, action } = this.subject;
    const name = await vscode.window.showInputBox({
      title: vscode.l10n.t('Save as Test'),
      prompt: vscode.l10n.t('What the test shows, such as “a short password opens no account”'),
      value: action ?? path.posix.basename(filePath, '.q'),
    });
    if (name === undefined || name.trim() === '') throw new Cancelled();
    const testFile = await vscode.window.showInputBox({
      title: vscode.l10n.t('Save as Test'),
      prompt: vscode.l10n.t('The file it is added to'),
      value: `tests/${path.posix.basename(filePath, '.q').replaceAll(/[[\].]/g, '')}.test.q`,
    });
    if (testFile === undefined || testFile.trim() === '') throw new Cancelled();
    const { api } = this.deps;
    const saved = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Window,
        title: vscode.l10n.t('Writing the test and running it'),
      },
      () =>
        api.saveTest(projectId, {
          ...{ name: name.trim(), testFile: testFile.trim() },
          request: this.requestOf(sending),
        }),
    );
    await this.open(saved.testFile, saved.line, 0);
    vscode.window.setStatusBarMessage(
      vscode.l10n.t('The test passes ({0} ms).', saved.ms.toFixed(0)),
      5_000,
    );
  }

  private async fetch(urls: readonly string[], target: TryOutRequest['target']): Promise<void> {
    const assets = [];
    for (const url of urls.slice(0, 200)) {
      const { status, type, base64 } = await this.deps.api.asset(
        this.subject.projectId,
        target,
        url,
      );
      assets.push(status === 200 ? { url, type, base64 } : { url, type: '', base64: '' });
    }
    this.page.post({ type: 'assets', assets });
  }

  private async open(filePath: string, line: number, column: number): Promise<void> {
    const place = new vscode.Position(Math.max(line - 1, 0), column);
    const uri = vscode.Uri.joinPath(vscode.Uri.file(this.subject.rootPath), filePath);
    await vscode.window.showTextDocument(uri, {
      viewColumn: vscode.ViewColumn.Beside,
      selection: new vscode.Range(place, place),
    });
  }

  private get file(): vscode.Uri {
    return vscode.Uri.joinPath(vscode.Uri.file(this.subject.rootPath), this.subject.filePath);
  }

  private get project(): Project | undefined {
    return this.deps.projects.here.find(({ id }) => id === this.subject.projectId);
  }
}
