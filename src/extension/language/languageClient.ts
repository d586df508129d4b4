import path from 'node:path';
import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import {
  didChangeEnvironment,
  embeddedScript,
  serverStatus,
  type EmbeddedScript,
  type LanguageServerEnvironment,
  type LanguageServerStatus,
  type PlaceInDocument,
} from '../../protocol/languageServer.js';
import { configurationName } from '../../workspace/configuredFolder.js';
import type { MadeUpNames } from './madeUpNames.js';
import { ScriptForwarding } from './scriptForwarding.js';

export interface ClientOptions {
  readonly log: vscode.LogOutputChannel;
  readonly distDirectory: string;
  readonly environment: LanguageServerEnvironment;
  readonly onStatus: (status: LanguageServerStatus) => void;
  readonly names: MadeUpNames;
}

export interface RunningClient {
  changeEnvironment(environment: LanguageServerEnvironment): Promise<void>;
  /** Asks the server something beyond the editor's protocol. */
  request<T>(method: string, params: object): Promise<T>;
  stop(): Promise<void>;
}

/** Starts the server's process and waits until it is ready. @throws Error when it does not become so. */
export async function startClient(options: ClientOptions): Promise<RunningClient> {
  let environment = options.environment;
  const scripts: ScriptForwarding = new ScriptForwarding(async (document, position, token) => {
    // A page has scripts only once the server runs.
    if (!client.isRunning() || document.languageId !== 'quantum') return null;
    const place: PlaceInDocument = {
      textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
      position,
    };
    const found = await client.sendRequest<EmbeddedScript | null>(embeddedScript, place, token);
    return found?.text ?? null;
  });
  const client: LanguageClient = new LanguageClient(
    'quantum',
    vscode.l10n.t('Quantum Language Server'),
    { module: path.join(options.distDirectory, 'server.js'), transport: TransportKind.stdio },
    {
      documentSelector: [
        { language: 'quantum', scheme: 'file' },
        { language: 'quantum', scheme: 'untitled' },
        { language: 'yaml', scheme: 'file', pattern: `**/${configurationName}` },
      ],
      // A function: a server that is started again after a crash gets what holds then.
      initializationOptions: () => environment,
      outputChannel: options.log,
      middleware: {
        ...scripts.middleware,
        resolveCodeAction: async (action, token, next) =>
          options.names.asking(action, await next(action, token)),
      },
    },
  );
  client.onNotification(serverStatus, options.onStatus);
  await client.start().catch((error: unknown) => {
    scripts.dispose();
    throw error;
  });
  return {
    changeEnvironment: async (changed) => {
      environment = changed;
      await client.sendNotification(didChangeEnvironment, changed);
    },
    request: (method, params) => client.sendRequest(method, params),
    stop: async () => {
      scripts.dispose();
      await client.dispose();
    },
  };
}
