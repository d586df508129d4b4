import {
  DidChangeWatchedFilesNotification,
  TextDocumentSyncKind,
  TextDocuments,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  didChangeEnvironment,
  serverStatus,
  type LanguageServerEnvironment,
  type LanguageServerStatus,
} from '../protocol/languageServer.js';
import type { ApplicationDeps } from './application.js';
import { Applications, isInside, pathOf } from './applications.js';
import { DocumentJudge } from './documentJudge.js';
import { isOurDocument } from './ourDocument.js';
import { ProjectChecks } from './projectChecks.js';
import { Publisher } from './publisher.js';
import { documentSymbols, foldingRanges } from './structure.js';

export type LanguageServerDeps = Pick<ApplicationDeps, 'bridgeScript' | 'findInstallation'>;

/** Nothing of the workspace runs before the client says it may. */
const untrusted: LanguageServerEnvironment = { trusted: false, judge: true, interpreters: [] };

/** Serves one client over `connection`. Failures of the framework are logged, never thrown. */
export function startLanguageServer(connection: Connection, deps: LanguageServerDeps): void {
  const log = (line: string) => connection.console.info(line);
  const documents = new TextDocuments(TextDocument);
  const applications = new Applications({ ...deps, log });
  const publisher = new Publisher((uri, diagnostics) => {
    connection
      .sendDiagnostics({ uri, diagnostics })
      .catch((error: unknown) => log(`diagnostics of ${uri}: ${String(error)}`));
  });
  const checks = new ProjectChecks(publisher, log);
  const status = statusSender((value) => void connection.sendNotification(serverStatus, value));
  const judge = new DocumentJudge({
    applications,
    publisher,
    onStatus: status.send,
    onNeedsCheck: (application) => checks.request(application),
    log,
  });

  let environment = untrusted;
  let folders: string[] = [];
  const restart = () => {
    judge.dispose();
    checks.dispose();
    publisher.clear();
    status.forget();
    applications.reset(environment, folders);
    for (const document of documents.all()) judge.opened(document);
  };

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    environment = readEnvironment(params.initializationOptions) ?? untrusted;
    folders = pathsOf((params.workspaceFolders ?? []).map((folder) => folder.uri));
    applications.reset(environment, folders);
    const watches = params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration;
    connection.onInitialized(() => {
      if (watches) watchFiles(connection);
      if (params.capabilities.workspace?.workspaceFolders) {
        connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
          const gone = new Set(pathsOf(removed.map((folder) => folder.uri)));
          folders = [
            ...folders.filter((folder) => !gone.has(folder)),
            ...pathsOf(added.map((folder) => folder.uri)),
          ];
          restart();
        });
      }
    });
    return {
      serverInfo: { name: 'quantum' },
      capabilities: {
        textDocumentSync: {
          openClose: true,
          change: TextDocumentSyncKind.Incremental,
          save: { includeText: false },
        },
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  connection.onNotification(didChangeEnvironment, (value: unknown) => {
    const changed = readEnvironment(value);
    if (!changed) return;
    environment = changed;
    restart();
  });

  const justOpened = new Set<string>();
  documents.onDidOpen(({ document }) => {
    justOpened.add(document.uri);
    judge.opened(document);
  });
  documents.onDidChangeContent(({ document }) => {
    // Opening a document counts as a change of its content too.
    if (!justOpened.delete(document.uri)) judge.changed(document);
  });
  documents.onDidSave(({ document }) => judge.saved(document));
  documents.onDidClose(({ document }) => judge.closed(document));
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const files = pathsOf(changes.map((change) => change.uri));
    for (const application of applications.all()) {
      if (files.some((file) => isInside(application.root, file))) checks.request(application);
    }
  });

  const ours = async (uri: string): Promise<TextDocument | null> => {
    const document = documents.get(uri);
    return document && (await isOurDocument(pathOf(uri), document.getText())) ? document : null;
  };
  connection.onDocumentSymbol(async ({ textDocument }, token) => {
    const document = await ours(textDocument.uri);
    return document && !token.isCancellationRequested ? documentSymbols(document) : [];
  });
  connection.onFoldingRanges(async ({ textDocument }, token) => {
    const document = await ours(textDocument.uri);
    return document && !token.isCancellationRequested ? foldingRanges(document) : [];
  });

  connection.onShutdown(() => {
    judge.dispose();
    checks.dispose();
    applications.dispose();
  });
  documents.listen(connection);
  connection.listen();
}

/** Files that change outside the editor (a checkout, another program) change the project's problems too. */
function watchFiles(connection: Connection): void {
  void connection.client.register(DidChangeWatchedFilesNotification.type, {
    watchers: [{ globPattern: '**/*.q' }, { globPattern: '**/quantum.config.yaml' }],
  });
}

function pathsOf(uris: readonly string[]): string[] {
  return uris.map(pathOf).filter((folder) => folder !== null);
}

/** Sends a status when it says something new. */
function statusSender(send: (status: LanguageServerStatus) => void): {
  send: (status: LanguageServerStatus) => void;
  forget: () => void;
} {
  const last = new Map<string, string>();
  return {
    send: (status) => {
      const said = JSON.stringify(status);
      if (last.get(status.root) === said) return;
      last.set(status.root, said);
      send(status);
    },
    forget: () => last.clear(),
  };
}

/** What the client sent, when it is what it should be. */
function readEnvironment(value: unknown): LanguageServerEnvironment | null {
  if (typeof value !== 'object' || value === null) return null;
  const { trusted, judge, interpreters } = value as Partial<LanguageServerEnvironment>;
  if (typeof trusted !== 'boolean') return null;
  return {
    trusted,
    judge: judge !== false,
    interpreters: Array.isArray(interpreters) ? interpreters : [],
  };
}
