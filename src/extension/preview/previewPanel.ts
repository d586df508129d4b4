import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { elementNumbers, elementPlaces } from '../../protocol/languageServer.js';
import type { PreviewError, PreviewPage, PreviewRequest } from '../../protocol/preview.js';
import type { FromPreviewPage, PreviewView, ToPreviewPage } from '../../protocol/webviews.js';
import type { AskServer } from '../language/askServer.js';
import { Disposables } from '../platform/disposables.js';
import { problemCode, problemMessage } from '../platform/problemMessage.js';
import type { CommandRegistry } from '../platform/reporter.js';
import type { ServiceClient } from '../platform/serviceClient.js';
import type { Page, PageController } from '../platform/webviewHost.js';
import type { ProjectsFeature } from '../projects/projectsFeature.js';
import { coalesced } from '../platform/coalesced.js';
import type { PreviewApi } from './previewApi.js';
import { drawnUri, valuesOf } from './drawnValues.js';
import { FilePlaces } from './filePlaces.js';
import { openVersions, projectFileOf, openTexts } from './previewedTexts.js';
import { previewedFile, previewedUntitled, type Previewed } from './previewSubject.js';
import { firstView, readView } from './previewView.js';
import type { ValueHints } from './valueHints.js';

export interface PreviewDeps {
  readonly api: PreviewApi;
  readonly projects: ProjectsFeature;
  readonly service: Pick<ServiceClient, 'onEvent'>;
  readonly ask: AskServer;
  readonly hints: ValueHints;
  readonly reporter: CommandRegistry;
  /** How each page is looked at, over the sessions. */
  readonly views: vscode.Memento;
  /** The built script that goes into every shown page. */
  readonly frameScript: vscode.Uri;
}

interface Shown extends Previewed {
  readonly view: PreviewView;
}
type Send = Pick<PreviewRequest, 'method' | 'form'> & { readonly url: string };

/** The panel that shows the page in front, as its text is now. */
export class PreviewPanel implements PageController<FromPreviewPage> {
  private readonly owned = new Disposables();
  private readonly allowed = new Set<number>();
  private shown: Shown | undefined;
  /** The component in the editor, while a page that draws it stays. */
  private inPage: Previewed | undefined;
  private follows = 0;
  private readonly places: FilePlaces;
  /** A person asked while the page did not listen. */
  private isAsked = false;
  private drawn: PreviewPage | undefined;
  private next: { send?: Send; reset?: boolean; asks?: boolean } = {};
  private readonly draw = coalesced(() => this.drawOnce());

  constructor(
    private readonly page: Page<ToPreviewPage>,
    private readonly deps: PreviewDeps,
  ) {
    this.places = new FilePlaces((id, filePath) => deps.api.place(id, filePath));
    this.owned.add(vscode.window.onDidChangeActiveTextEditor(() => this.follow()));
    // The folder may turn out to be a project after the panel was opened.
    this.owned.add(deps.projects.onDidChange(() => this.follow()));
    this.owned.add(
      deps.service.onEvent((event) => {
        // What the page is drawn with is otherwise now.
        if (event.type === 'environments_changed' && event.id === this.shown?.project.id)
          void this.draw();
      }),
    );
    this.owned.add(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && this.concerns(document)) void this.draw();
      }),
    );
    this.owned.add(
      vscode.workspace.onDidSaveTextDocument(({ uri, languageId }) => {
        if (!this.shown || !projectFileOf(uri, [this.shown.project])) return;
        this.places.forget();
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
      this.tellView();
      await this.tellLayouts();
      const { isAsked } = this;
      this.isAsked = false;
      await this.followEditor(isAsked);
      await this.draw();
    });
  }

  /** A person asked for what is in the editor. */
  show(): void {
    this.isAsked = !this.page.isShown;
    if (!this.isAsked) void this.deps.reporter.guard('preview', () => this.followEditor(true));
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
      case 'alone':
        if (this.inPage) await this.display(this.inPage);
        break;
      case 'copyCall':
        await vscode.env.clipboard.writeText(this.drawn?.component?.call ?? '');
        break;
      default:
        message satisfies never;
    }
  }

  private concerns({ languageId, uri }: vscode.TextDocument): boolean {
    if (languageId !== 'quantum' || !this.shown) return false;
    if (uri.toString() === this.shown.subject.uri) return true;
    return projectFileOf(uri, [this.shown.project]) !== undefined;
  }

  private follow(): void {
    void this.deps.reporter.guard('preview', () => this.followEditor(false));
  }

  /**
   * Shows what is in the editor. What cannot be shown changes what is shown, and so does a component that the shown
   * page draws, unless a person asked for it.
   */
  private async followEditor(isAsked: boolean): Promise<void> {
    const editor =
      vscode.window.activeTextEditor ??
      vscode.window.visibleTextEditors.find(({ document }) => document.languageId === 'quantum');
    if (editor?.document.languageId !== 'quantum') return;
    const follows = ++this.follows;
    const found = await this.previewedIn(editor.document);
    if (follows !== this.follows) return;
    this.setInPage(undefined);
    if (typeof found === 'object') {
      const isSame =
        this.shown?.subject.uri === found.subject.uri &&
        this.shown.subject.kind === found.subject.kind;
      if (isSame) return;
      if (isAsked || !this.isDrawnByPage(found)) await this.display(found);
      else this.setInPage(found);
    } else if (found !== undefined && (isAsked || !this.shown)) {
      this.page.post({ type: 'failed', message: found, isServerDatabase: false });
    } else if (!this.shown) this.page.post({ type: 'nothing' });
  }

  /** What a document is shown as; a text: why it is not. */
  private async previewedIn(
    document: vscode.TextDocument,
  ): Promise<Previewed | string | undefined> {
    const { projects } = this.deps;
    if (document.isUntitled) return previewedUntitled(document, projects.here, this.shown?.project);
    const file = projectFileOf(document.uri, projects.here);
    if (!file) return undefined;
    return previewedFile(file, document.uri, await this.places.of(file));
  }

  private isDrawnByPage({ subject, project, filePath }: Previewed): boolean {
    const { shown, drawn } = this;
    if (subject.kind !== 'component' || !drawn || !shown) return false;
    if (shown.subject.kind === 'component' || shown.project.id !== project.id) return false;
    return drawn.html.includes(`data-quantum-at="${drawn.files.indexOf(filePath ?? '')}:`);
  }

  private setInPage(component: Previewed | undefined): void {
    this.inPage = component;
    this.page.post({ type: 'drawsInPage', component: component?.subject.name ?? null });
  }

  private async display(previewed: Previewed): Promise<void> {
    const kept = this.deps.views.get<PreviewView>(keyOf(previewed));
    // Files of two applications may have one address.
    if (this.shown?.project.id !== previewed.project.id) this.page.post({ type: 'stale' });
    this.shown = { ...previewed, view: kept ? readView(kept) : firstView(previewed.address) };
    this.drawn = undefined;
    this.next.asks = true;
    this.setInPage(undefined);
    this.tellView();
    await Promise.all([this.draw(), this.tellLayouts()]);
  }

  private async tellLayouts(): Promise<void> {
    const { shown } = this;
    if (shown?.subject.kind !== 'component') return;
    const layouts = await this.deps.api.layouts(shown.project.id);
    const others = layouts.filter((filePath) => filePath !== shown.filePath);
    if (this.shown?.subject.uri === shown.subject.uri)
      this.page.post({ type: 'layouts', layouts: others });
  }

  private tellView(): void {
    if (!this.shown) return;
    const { view, subject } = this.shown;
    this.page.post({ type: 'view', view, subject });
  }

  private async look(view: PreviewView): Promise<void> {
    if (!this.shown) return;
    this.shown = { ...this.shown, view };
    this.next.asks = true;
    // An untitled page has no name that would be its own tomorrow.
    if (this.shown.subject.kind !== 'untitled')
      await this.deps.views.update(keyOf(this.shown), view);
    await this.draw();
  }

  private async drawOnce(): Promise<void> {
    const { shown } = this;
    if (!shown) return;
    const { send, reset = false, asks = false } = this.next;
    this.next = {};
    const { project, view } = shown;
    const drawnAs = subjectOf(shown);
    if (!drawnAs) return;
    const versions = openVersions(project, shown.subject.uri);
    this.page.post({ type: 'drawing' });
    try {
      const drawn = await this.deps.api.render(project.id, {
        ...{ url: view.url, database: view.database, reset, texts: openTexts(project) },
        servers: this.allowed.has(project.id),
        // Who looks is told when it was chosen: what a form made of the session stays until then.
        ...(asks ? { session: view.session } : {}),
        ...drawnAs,
        ...send,
      });
      if (this.shown?.subject.uri !== shown.subject.uri) return;
      this.drawn = drawn;
      this.tell(drawn, send);
      this.deps.hints.take(valuesOf(shown, drawn, versions));
    } catch (error) {
      const isServerDatabase = problemCode(error) === 'server-database';
      this.page.post({ type: 'failed', message: problemMessage(error).detail, isServerDatabase });
    }
  }

  private tell(drawn: PreviewPage, send: Send | undefined): void {
    const { status, html, ms, redirects, queries, unresolved, output, error, component } = drawn;
    if (component) this.page.post({ type: 'component', component });
    if (error) {
      this.page.post({ type: 'broken', ...this.placed(error) });
      return;
    }
    if (send && this.shown) {
      // A form leads where it leads; the page that is shown is that one now.
      this.shown = { ...this.shown, view: { ...this.shown.view, url: drawn.url } };
      this.tellView();
    }
    const page = { status, html, ms, redirects, queries, unresolved, output };
    this.page.post({ type: 'page', page });
  }

  /** An error, and what a person changes to mend it. */
  private placed(error: PreviewError): {
    error: PreviewError;
    where: 'file' | 'content' | 'props';
  } {
    if (error.filePath === null || error.filePath !== this.drawn?.standIn)
      return { error, where: 'file' };
    if (this.shown?.subject.kind === 'component')
      return { error, where: error.line === null ? 'props' : 'content' };
    return { error: { ...error, filePath: this.shown?.subject.name ?? null }, where: 'file' };
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
    const filePath = this.drawn?.files[file];
    const uri = this.uriOf(filePath);
    if (!uri) {
      if (filePath === this.drawn?.standIn) this.page.post({ type: 'editContent' });
      return;
    }
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
    if (!this.shown || !this.drawn || filePath === undefined) return undefined;
    return drawnUri(this.shown, this.drawn, filePath);
  }

  /** The part that the caret's element draws is outlined. */
  private async outline({ document, selection }: vscode.TextEditor): Promise<void> {
    const { shown, drawn } = this;
    if (!shown || !drawn || document.languageId !== 'quantum') return;
    const isStandIn = document.isUntitled && document.uri.toString() === shown.subject.uri;
    const filePath = projectFileOf(document.uri, [shown.project])?.filePath;
    const file = drawn.files.indexOf((isStandIn ? drawn.standIn : filePath) ?? '');
    if (file < 0) return;
    const numbers = await this.deps.ask<number[]>(elementNumbers, {
      textDocument: { uri: document.uri.toString() },
      position: selection.active,
    });
    this.page.post({ type: 'outline', at: (numbers ?? []).map((one) => `${file}:${one}`) });
  }
}

const keyOf = ({ project, filePath, subject }: Previewed): string =>
  `quantum.preview.view:${project.rootPath}:${filePath ?? subject.uri}`;

/** What a request says of what is drawn; undefined when the document is closed. */
function subjectOf({ subject, filePath, view }: Shown): Partial<PreviewRequest> | undefined {
  const place = filePath === null ? {} : { filePath };
  switch (subject.kind) {
    case 'page':
      return {};
    case 'component': {
      if (filePath === null) return undefined;
      const { props, slots, layout } = view;
      return {
        component: {
          filePath,
          ...(props ? { props: { ...props } } : {}),
          ...(slots ? { slots: { ...slots } } : {}),
          ...(layout === undefined ? {} : { layout }),
        },
      };
    }
    case 'untitled': {
      const document = vscode.workspace.textDocuments.find(
        (one) => one.uri.toString() === subject.uri,
      );
      return document && { untitled: { ...place, text: document.getText() } };
    }
  }
}

async function show(document: vscode.TextDocument, place: vscode.Position): Promise<void> {
  const beside = vscode.window.visibleTextEditors.find(
    ({ document: { languageId } }) => languageId === 'quantum',
  );
  await vscode.window.showTextDocument(document, {
    viewColumn: beside?.viewColumn ?? vscode.ViewColumn.One,
    selection: new vscode.Range(place, place),
  });
}
