import path from 'node:path';
import * as vscode from 'vscode';
import { astKinds, astRequest, type AstKind, type AstTree } from '../../protocol/ast.js';
import type { FromAstPage, ToAstPage } from '../../protocol/webviews.js';
import type { AskServer } from '../language/askServer.js';
import { coalesced } from '../platform/coalesced.js';
import { Disposables } from '../platform/disposables.js';
import type { CommandRegistry } from '../platform/reporter.js';
import type { Page, PageController } from '../platform/webviewHost.js';

export interface AstPanelDeps {
  readonly ask: AskServer;
  readonly reporter: CommandRegistry;
}

/** Nobody reads a tree while typing: it is made when the keys rest. */
const restMs = 250;

/** The panel of trees: follows the editor in front, its text and its caret. */
export class AstPanel implements PageController<FromAstPage> {
  private readonly owned = new Disposables();
  private shown: vscode.TextDocument | undefined;
  private rest: NodeJS.Timeout | undefined;
  private readonly read = coalesced(() =>
    this.deps.reporter.guard('syntax trees', () => this.readOnce()),
  );

  constructor(
    private readonly page: Page<ToAstPage>,
    private readonly deps: AstPanelDeps,
  ) {
    this.owned.add(vscode.window.onDidChangeActiveTextEditor(() => void this.follow()));
    this.owned.add(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document !== this.shown || contentChanges.length === 0) return;
        clearTimeout(this.rest);
        this.rest = setTimeout(() => void this.read(), restMs);
      }),
    );
    this.owned.add(
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.tell(textEditor)),
    );
    // A document opens anew where its language changes, and after it was renamed.
    this.owned.add(
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (document === this.shown) this.shown = undefined;
      }),
    );
  }

  onReady(): void {
    this.shown = undefined;
    if (!this.follow()) this.page.post({ type: 'nothing' });
  }

  onMessage(message: FromAstPage): void {
    void this.deps.reporter.guard('syntax trees', async () => {
      if (message.type === 'copy') await vscode.env.clipboard.writeText(message.text);
      else this.choose(message);
    });
  }

  dispose(): void {
    clearTimeout(this.rest);
    this.owned.dispose();
  }

  /** Shows the page in front; false where it is none, or the one that is shown. */
  private follow(): boolean {
    const editor =
      vscode.window.activeTextEditor ??
      vscode.window.visibleTextEditors.find(({ document }) => isPage(document));
    if (!editor || !isPage(editor.document) || editor.document === this.shown) return false;
    this.shown = editor.document;
    clearTimeout(this.rest);
    void this.read();
    return true;
  }

  private async readOnce(): Promise<void> {
    const { shown } = this;
    // A hidden page asks for all when it is shown.
    if (!shown || !this.page.isShown) return;
    const textDocument = { uri: shown.uri.toString() };
    const file = path.basename(shown.uri.path);
    await Promise.all(
      astKinds.map(async (kind: AstKind) => {
        const tree = await this.deps.ask<AstTree>(astRequest, { textDocument, tree: kind });
        if (this.shown !== shown) return;
        this.page.post(tree ? { type: 'tree', file, kind, tree } : { type: 'nothing' });
      }),
    );
    const editor = this.editor();
    if (editor && this.shown === shown) this.tell(editor);
  }

  private editor(): vscode.TextEditor | undefined {
    return vscode.window.visibleTextEditors.find(({ document }) => document === this.shown);
  }

  private tell({ document, selection }: vscode.TextEditor): void {
    if (document !== this.shown) return;
    const start = document.offsetAt(selection.start);
    this.page.post({ type: 'selection', start, end: document.offsetAt(selection.end) });
  }

  /** Selects a place, unless the text is another one by now. The keyboard stays where it is. */
  private choose({ version, start, end }: Extract<FromAstPage, { type: 'choose' }>): void {
    const editor = this.editor();
    if (!editor || editor.document.version !== version) return;
    const { document } = editor;
    const from = document.positionAt(start);
    // The caret comes to stand at the beginning: there a long place is shown.
    editor.selection = new vscode.Selection(document.positionAt(end), from);
    editor.revealRange(
      new vscode.Range(from, from),
      vscode.TextEditorRevealType.InCenterIfOutsideViewport,
    );
  }
}

function isPage({ languageId }: vscode.TextDocument): boolean {
  return languageId === 'quantum';
}
