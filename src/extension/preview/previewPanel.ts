import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { elementNumbers, elementPlaces } from '../../protocol/languageServer.js';
import type { PreviewPage, PreviewRequest, PreviewValue } from '../../protocol/preview.js';
import type { FromPreviewPage, PreviewView, ToPreviewPage } from '../../protocol/webviews.js';
import type { AskServer } from '../language/askServer.js';
import { Disposables } from '../platform/disposables.js';
import { problemCode, problemMessage } from '../platform/problemMessage.js';
import type { CommandRegistry } from '../platform/reporter.js';
import type { Page, PageController } from '../platform/webviewHost.js';
import type { ProjectsFeature } from '../projects/projectsFeature.js';
import { coalesced } from '../platform/coalesced.js';
import type { PreviewApi } from './previewApi.js';
import { openVersions, projectFileOf, openTexts, type ProjectFile } from './previewedTexts.js';
import { firstView, readView } from './previewView.js';
import type { ValueHints } from './valueHints.js';

export interface PreviewDeps {
  readonly api: PreviewApi;
  readonly projects: ProjectsFeature;
  readonly ask: AskServer;
  readonly hints: ValueHints;
  readonly reporter: CommandRegistry;
  /** How each page is looked at, over the sessions. */
  readonly views: vscode.Memento;
  /** The built script that goes into every shown page. */
  readonly frameScript: vscode.Uri;
}

interface Shown extends ProjectFile {
  readonly view: PreviewView;
}
type Send = Pick<PreviewRequest, 'method' | 'form'> & { readonly url: string };

/** The panel that shows the page in front, as its text is now. */
export class PreviewPanel implements PageController<FromPreviewPage> {
  private readonly owned = new Disposables();
  private readonly routes = new Map<number, Promise<ReadonlyMap<string, string>>>();
  private readonly allowed = new Set<number>();
  private shown: Shown | undefined;
  private drawn: PreviewPage | undefined;
  private next: { send?: Send; reset?: boolean; asks?: boolean } = {};
  private readonly draw = coalesced(() => this.drawOnce());

  constructor(
    private readonly page: Page<ToPreviewPage>,
    private readonly deps: PreviewDeps,
  ) {
    this.owned.add(vscode.window.onDidChangeActiveTextEditor(() => this.follow()));
    // The folder may turn out to be a project after the panel was opened.
    this.owned.add(deps.projects.onDidChange(() => this.follow()));
    this.owned.add(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && this.concerns(document)) void this.draw();
      }),
    );
    this.owned.add(
      vscode.workspace.onDidSaveTextDocument(({ uri, languageId }) => {
        if (!this.shown || !projectFileOf(uri, [this.shown.project])) return;
        this.routes.delete(this.shown.project.id);
        if (languageId !== 'quantum') this.page.post({ type: 'stale' });
        void this.draw();
      }),
    );
    this.owned.add(
      vscode.window.onDidChangeTextEditorSelection(
        ({ textEditor }) => void this.outline(textEditor),
      ),
    );
  }

  onReady(): void {
    void this.deps.reporter.guard('preview', async () => {
      const script = await readFile(this.deps.frameScript.fsPath, 'utf8');
      this.page.post({ type: 'frame', script });
      if (this.shown) this.page.post({ type: 'view', view: this.shown.view });
      await this.followEditor();
      await this.draw();
    });
  }

  onMessage(message: FromPreviewPage): void {
    void this.deps.reporter.guard('preview', () => this.handle(message));
  }

  dispose(): void {
    this.owned.dispose();
    this.deps.hints.clear();
  }

  private async handle(message: FromPreviewPage): Promise<void> {
    switch (message.type) {
      case 'look':
        await this.look(readView(message.view));
        break;
      case 'send': {
        const { url, form } = message;
        this.next.send = { url, method: 'POST', form };
        await this.draw();
        break;
      }
      case 'again':
        this.next.reset = message.reset;
        this.next.asks = true;
        this.page.post({ type: 'stale' });
        await this.draw();
        break;
      case 'allowServers':
        if (this.shown) this.allowed.add(this.shown.project.id);
        await this.draw();
        break;
      case 'fetch':
        await this.fetch(message.urls);
        break;
      case 'open':
        await this.open(message.at);
        break;
      case 'openError':
        await this.openError();
        break;
      default:
        message satisfies never;
    }
  }

  private concerns({ languageId, uri }: vscode.TextDocument): boolean {
    if (languageId !== 'quantum' || !this.shown) return false;
    return projectFileOf(uri, [this.shown.project]) !== undefined;
  }

  private follow(): void {
    void this.deps.reporter.guard('preview', () => this.followEditor());
  }

  /** Shows the page in the editor. A file that is no page of its own changes the page that is shown. */
  private async followEditor(): Promise<void> {
    const editor =
      vscode.window.activeTextEditor ??
      vscode.window.visibleTextEditors.find(({ document }) => document.languageId === 'quantum');
    if (editor?.document.languageId !== 'quantum') return;
    const file = projectFileOf(editor.document.uri, this.deps.projects.here);
    if (!file) {
      if (!this.shown) this.page.post({ type: 'nothing' });
      return;
    }
    const same =
      this.shown?.filePath === file.filePath && this.shown.project.id === file.project.id;
    if (same) return;
    const route = (await this.routesOf(file.project.id)).get(file.filePath);
    if (route === undefined) {
      if (!this.shown) this.page.post({ type: 'nothing' });
      return;
    }
    const kept = this.deps.views.get<PreviewView>(keyOf(file));
    this.shown = { ...file, view: kept ? readView(kept) : firstView(route) };
    this.drawn = undefined;
    this.next.asks = true;
    this.page.post({ type: 'view', view: this.shown.view });
    await this.draw();
  }

  private routesOf(projectId: number): Promise<ReadonlyMap<string, string>> {
    const known = this.routes.get(projectId);
    if (known) return known;
    const asked = this.deps.api.routes(projectId);
    this.routes.set(projectId, asked);
    asked.catch(() => this.routes.delete(projectId));
    return asked;
  }

  private async look(view: PreviewView): Promise<void> {
    if (!this.shown) return;
    this.shown = { ...this.shown, view };
    this.next.asks = true;
    await this.deps.views.update(keyOf(this.shown), view);
    await this.draw();
  }

  private async drawOnce(): Promise<void> {
    const { shown } = this;
    if (!shown) return;
    const { send, reset = false, asks = false } = this.next;
    this.next = {};
    const { project, view } = shown;
    const versions = openVersions(project);
    this.page.post({ type: 'drawing' });
    try {
      const drawn = await this.deps.api.render(project.id, {
        ...{ url: view.url, database: view.database, reset, texts: openTexts(project) },
        servers: this.allowed.has(project.id),
        // Who looks is told when it was chosen: what a form made of the session stays until then.
        ...(asks ? { session: view.session } : {}),
        ...send,
      });
      if (this.shown?.filePath !== shown.filePath) return;
      this.drawn = drawn;
      this.tell(drawn, send);
      this.deps.hints.take(valuesOf(shown, drawn, versions));
    } catch (error) {
      const isServerDatabase = problemCode(error) === 'server-database';
      this.page.post({ type: 'failed', message: problemMessage(error).detail, isServerDatabase });
    }
  }

  private tell(drawn: PreviewPage, send: Send | undefined): void {
    const { status, html, ms, redirects, queries, unresolved, output, error } = drawn;
    if (error) {
      this.page.post({ type: 'broken', error });
      return;
    }
    if (send && this.shown) {
      // A form leads where it leads; the page that is shown is that one now.
      this.shown = { ...this.shown, view: { ...this.shown.view, url: drawn.url } };
      this.page.post({ type: 'view', view: this.shown.view });
    }
    const page = { status, html, ms, redirects, queries, unresolved, output };
    this.page.post({ type: 'page', page });
  }

  private async fetch(urls: readonly string[]): Promise<void> {
    const { shown } = this;
    if (!shown) return;
    const assets = [];
    for (const url of urls.slice(0, 200)) {
      const { status, type, base64 } = await this.deps.api.asset(shown.project.id, url);
      assets.push(status === 200 ? { url, type, base64 } : { url, type: '', base64: '' });
    }
    this.page.post({ type: 'assets', assets });
  }

  private async open(at: string): Promise<void> {
    const [file = 0, element = 0] = at.split(':').map(Number);
    const uri = this.uriOf(this.drawn?.files[file]);
    if (!uri) return;
    const document = await vscode.workspace.openTextDocument(uri);
    const textDocument = { uri: document.uri.toString() };
    type Place = { start: { line: number; character: number } } | null;
    const [place] =
      (await this.deps.ask<Place[]>(elementPlaces, { textDocument, elements: [element] })) ?? [];
    const start = new vscode.Position(place?.start.line ?? 0, place?.start.character ?? 0);
    await show(document, start);
  }

  private async openError(): Promise<void> {
    const error = this.drawn?.error;
    const uri = this.uriOf(error?.filePath ?? undefined);
    if (!uri) return;
    const line = Math.max((error?.line ?? 1) - 1, 0);
    const place = new vscode.Position(line, error?.column ?? 0);
    await show(await vscode.workspace.openTextDocument(uri), place);
  }

  private uriOf(filePath: string | undefined): vscode.Uri | undefined {
    if (!this.shown || filePath === undefined) return undefined;
    return vscode.Uri.joinPath(vscode.Uri.file(this.shown.project.rootPath), filePath);
  }

  /** The part that the caret's element draws is outlined. */
  private async outline({ document, selection }: vscode.TextEditor): Promise<void> {
    const { shown, drawn } = this;
    if (!shown || !drawn || document.languageId !== 'quantum') return;
    const filePath = projectFileOf(document.uri, [shown.project])?.filePath;
    const file = drawn.files.indexOf(filePath ?? '');
    if (file < 0) return;
    const numbers = await this.deps.ask<number[]>(elementNumbers, {
      textDocument: { uri: document.uri.toString() },
      position: selection.active,
    });
    this.page.post({ type: 'outline', at: (numbers ?? []).map((one) => `${file}:${one}`) });
  }
}

const keyOf = ({ project, filePath }: ProjectFile): string =>
  `quantum.preview.view:${project.rootPath}:${filePath}`;

async function show(document: vscode.TextDocument, place: vscode.Position): Promise<void> {
  const beside = vscode.window.visibleTextEditors.find(
    ({ document: { languageId } }) => languageId === 'quantum',
  );
  await vscode.window.showTextDocument(document, {
    viewColumn: beside?.viewColumn ?? vscode.ViewColumn.One,
    selection: new vscode.Range(place, place),
  });
}

/** The values of a drawing, by the document they belong to and the version that was drawn. */
function valuesOf(
  { project }: Shown,
  { files, values }: PreviewPage,
  versions: ReadonlyMap<string, number>,
): Map<string, { version: number; values: PreviewValue[] }> {
  const found = new Map<string, { version: number; values: PreviewValue[] }>();
  for (const value of values) {
    const filePath = files[value.file];
    if (filePath === undefined) continue;
    const uri = vscode.Uri.joinPath(vscode.Uri.file(project.rootPath), filePath).toString();
    const version = versions.get(uri);
    if (version === undefined) continue;
    const of = found.get(uri) ?? { version, values: [] };
    of.values.push(value);
    found.set(uri, of);
  }
  return found;
}
