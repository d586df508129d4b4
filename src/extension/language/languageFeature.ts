import path from 'node:path';
import * as vscode from 'vscode';
import {
  newFileRequest,
  type ChosenInterpreter,
  type GivenVariables,
  type InlayHintSettings,
  type LanguageServerEnvironment,
  type LanguageServerStatus,
  type NewFileAnswer,
  type NewFileParams,
} from '../../protocol/languageServer.js';
import { configurationName } from '../../workspace/configuredFolder.js';
import { keepIfOurs } from './foreignFiles.js';
import type { CommandRegistry } from '../platform/reporter.js';
import { MadeUpNames } from './madeUpNames.js';
import { registerEditorCommands } from './editorCommands.js';
import type { AskServer } from './askServer.js';
import { createLanguageStatus } from './languageStatus.js';
import type { RunningClient } from './languageClient.js';

export interface LanguageDeps {
  /** The language server's channel; a mistake while starting goes there too. */
  readonly log: vscode.LogOutputChannel;
  readonly reporter: CommandRegistry;
  /** Folder of the built programs; `server.js` and `python/` lie in it. */
  readonly distDirectory: string;
  /** Where the server keeps what it knows of projects; another release of the product begins anew. */
  readonly storage: { readonly folder: string; readonly version: string };
  readonly isTrusted: () => boolean;
  readonly onDidGrantTrust: vscode.Event<void>;
  /** What the setting or the Python extension has for a folder; null: the server searches itself. */
  readonly interpreterFor: (folder: vscode.Uri) => Omit<ChosenInterpreter, 'folder'> | null;
  readonly onDidChangeInterpreter: (listener: () => void) => vscode.Disposable;
  /** What projects are given when they are run, as far as it is known. */
  readonly given: () => readonly GivenVariables[];
  readonly onDidChangeGiven: (listener: () => void) => vscode.Disposable;
}

/** The language server as the rest of the extension sees it. */
export interface LanguageFeature {
  /** Per application, as last reported. Empty before the first `.q` document is open. */
  readonly statuses: ReadonlyMap<string, LanguageServerStatus>;
  readonly onDidChangeStatus: vscode.Event<LanguageServerStatus>;
  /** Starts the server where it does not run yet. Null where the folder is in no project. */
  newFile(wish: NewFileParams): Promise<NewFileAnswer | null>;
  /** Null while no server runs. */
  readonly ask: AskServer;
  /** Ends the server; `deactivate` returns this. */
  stop(): Promise<void>;
}

/**
 * Starts the language server with the first `.q` document that is open, and not before: until then
 * neither the client's code is loaded nor a process started. Adds `quantum.restartLanguageServer`.
 */
export function registerLanguage(
  context: vscode.ExtensionContext,
  deps: LanguageDeps,
): LanguageFeature {
  const statuses = new Map<string, LanguageServerStatus>();
  const changed = new vscode.EventEmitter<LanguageServerStatus>();
  const handedBack = new Set<string>();
  const item = createLanguageStatus();
  let client: Promise<RunningClient> | null = null;

  const names = new MadeUpNames();

  const start = async (): Promise<RunningClient> => {
    const { startClient } = await import('./languageClient.js');
    return startClient({
      log: deps.log,
      distDirectory: deps.distDirectory,
      environment: environmentOf(deps),
      names,
      onStatus: (status) => {
        statuses.set(status.root, status);
        item.show(status);
        changed.fire(status);
      },
    });
  };
  const started = (): Promise<RunningClient> =>
    (client ??= start().catch((error: unknown) => {
      client = null;
      throw error;
    }));
  const startOnce = (): void => {
    started().catch((error: unknown) =>
      deps.log.error(`The language server did not start: ${String(error)}`),
    );
  };
  const stop = async (): Promise<void> => {
    const running = client;
    client = null;
    statuses.clear();
    item.clear();
    await running?.then((started) => started.stop()).catch(() => undefined);
  };
  const tellEnvironment = (): void => {
    client
      ?.then((started) => started.changeEnvironment(environmentOf(deps)))
      .catch((error: unknown) =>
        deps.log.warn(`The language server was not told: ${String(error)}`),
      );
  };
  const startFor = (document: vscode.TextDocument): void => {
    if (isConfiguration(document)) {
      startOnce();
      return;
    }
    keepIfOurs(document, handedBack)
      .then((ours) => {
        if (ours) startOnce();
      })
      .catch((error: unknown) =>
        deps.log.warn(`${document.uri.toString()} could not be looked at: ${String(error)}`),
      );
  };

  context.subscriptions.push(
    changed,
    item,
    vscode.workspace.onDidOpenTextDocument(startFor),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (told.some((section) => event.affectsConfiguration(section))) tellEnvironment();
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(tellEnvironment),
    deps.onDidGrantTrust(tellEnvironment),
    deps.onDidChangeInterpreter(tellEnvironment),
    deps.onDidChangeGiven(tellEnvironment),
    deps.reporter.register('quantum.nameWhatWasMade', () => names.ask()),
    deps.reporter.register('quantum.restartLanguageServer', async () => {
      await stop();
      startOnce();
      await client;
    }),
  );
  const ask: AskServer = async (method, params) => {
    const running = await client;
    return running ? running.request(method, params) : null;
  };
  registerEditorCommands(context, deps.reporter, ask);
  vscode.workspace.textDocuments.forEach(startFor);

  return {
    statuses,
    onDidChangeStatus: changed.event,
    newFile: async (wish) => (await started()).request(newFileRequest, wish),
    ask,
    stop,
  };
}

/** A configuration of Quantum; it stays a YAML document, with findings of ours. */
function isConfiguration({ uri }: vscode.TextDocument): boolean {
  return uri.scheme === 'file' && path.basename(uri.fsPath) === configurationName;
}

function inlayHints(): InlayHintSettings {
  return {
    parameterNames: vscode.workspace
      .getConfiguration('quantum')
      .get('inlayHints.parameterNames', true),
    queryColumns: vscode.workspace.getConfiguration('quantum').get('inlayHints.queryColumns', true),
    loopVariables: vscode.workspace
      .getConfiguration('quantum')
      .get('inlayHints.loopVariables', false),
    variableTypes: vscode.workspace
      .getConfiguration('quantum')
      .get('inlayHints.variableTypes', false),
    routes: vscode.workspace.getConfiguration('quantum').get('inlayHints.routes', false),
  };
}

/** The settings that the server is told of. */
const told = ['quantum.diagnostics', 'quantum.inlayHints', 'quantum.codeLens', 'quantum.format'];

function environmentOf(deps: LanguageDeps): LanguageServerEnvironment {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return {
    trusted: deps.isTrusted(),
    judge: vscode.workspace.getConfiguration('quantum').get('diagnostics.judge', true),
    severities: vscode.workspace.getConfiguration('quantum').get('diagnostics.severity', {}),
    inlayHints: inlayHints(),
    codeLens: vscode.workspace.getConfiguration('quantum').get('codeLens', true),
    formatEmbedded: vscode.workspace.getConfiguration('quantum').get('format.embedded', []),
    // Sent without being asked for, findings are there a round trip earlier.
    diagnostics: 'push',
    storage: deps.storage,
    given: deps.given(),
    interpreters: folders.flatMap(({ uri }): ChosenInterpreter[] => {
      const chosen = deps.interpreterFor(uri);
      return chosen === null ? [] : [{ folder: uri.toString(), ...chosen }];
    }),
  };
}
