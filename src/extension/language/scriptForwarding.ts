import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient/node';

/** Where the scripts of pages are documents of their own; nobody sees them. */
const scheme = 'quantum-script';
/** Of so many proposals the documentation is asked for at once. */
const documented = 20;

/** Finds the script around a place of a page, behind as much white space as stands before it; null: none. */
export type FindScript = (
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
) => Promise<string | null>;

/**
 * Lets VS Code's own JavaScript answer about the scripts of pages: each is shown to it as a document in
 * which every position is what it is in the page.
 */
export class ScriptForwarding implements vscode.Disposable {
  private readonly texts = new Map<string, string>();
  private readonly forwarded = new WeakSet<vscode.CompletionItem>();
  private readonly registration: vscode.Disposable;
  private last: { readonly text: string; readonly uri: vscode.Uri } | null = null;
  private count = 0;

  constructor(private readonly find: FindScript) {
    this.registration = vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: (uri) => this.texts.get(uri.toString()) ?? '',
    });
  }

  /** To be put between the editor and the language server. */
  readonly middleware: Middleware = {
    provideCompletionItem: async (document, position, context, token, next) => {
      const [uri, own] = await Promise.all([
        this.scriptAt(document, position, token),
        next(document, position, context, token),
      ]);
      return uri ? this.completions(uri, position, context) : own;
    },
    // What another language proposed means nothing to the server.
    resolveCompletionItem: (item, token, next) =>
      this.forwarded.has(item) ? item : next(item, token),
    provideHover: async (document, position, token, next) => {
      const [uri, own] = await Promise.all([
        this.scriptAt(document, position, token),
        next(document, position, token),
      ]);
      return uri ? hovers(uri, position) : own;
    },
    provideSignatureHelp: async (document, position, context, token, next) => {
      const [uri, own] = await Promise.all([
        this.scriptAt(document, position, token),
        next(document, position, context, token),
      ]);
      return uri ? signatures(uri, position, context.triggerCharacter) : own;
    },
  };

  dispose(): void {
    this.registration.dispose();
    this.texts.clear();
  }

  /** The document of the script around a place. Another text is another document: none is ever stale. */
  private async scriptAt(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Uri | null> {
    const text = await this.find(document, position, token);
    if (text === null) return null;
    if (this.last?.text === text) return this.last.uri;
    if (this.last) this.texts.delete(this.last.uri.toString());
    this.count += 1;
    const uri = vscode.Uri.from({ scheme, path: `/${this.count}/script.js` });
    this.texts.set(uri.toString(), text);
    this.last = { text, uri };
    return uri;
  }

  private async completions(
    uri: vscode.Uri,
    position: vscode.Position,
    { triggerCharacter }: vscode.CompletionContext,
  ): Promise<vscode.CompletionList> {
    const found = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      uri,
      position,
      triggerCharacter,
      documented,
    );
    // Edits elsewhere (an import) are of a document that is not the page.
    const items = found.items.filter((item) => !item.additionalTextEdits?.length);
    for (const item of items) {
      delete item.command;
      this.forwarded.add(item);
    }
    return new vscode.CompletionList(items, found.isIncomplete);
  }
}

async function hovers(uri: vscode.Uri, position: vscode.Position): Promise<vscode.Hover | null> {
  const found = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    position,
  );
  const [first] = found;
  return first
    ? new vscode.Hover(
        found.flatMap(({ contents }) => contents),
        first.range,
      )
    : null;
}

function signatures(
  uri: vscode.Uri,
  position: vscode.Position,
  triggerCharacter: string | undefined,
): Thenable<vscode.SignatureHelp | undefined> {
  return vscode.commands.executeCommand<vscode.SignatureHelp | undefined>(
    'vscode.executeSignatureHelpProvider',
    uri,
    position,
    triggerCharacter,
  );
}
