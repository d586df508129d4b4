import path from 'node:path';
import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import {
  didChangeEnvironment,
  newFileRequest,
  serverStatus,
  type LanguageServerEnvironment,
  type LanguageServerStatus,
  type NewFileAnswer,
  type NewFileParams,
} from '../../protocol/languageServer.js';
import { configurationName } from '../../workspace/configuredFolder.js';

export interface ClientOptions {
  readonly log: vscode.LogOutputChannel;
  readonly distDirectory: string;
  readonly environment: LanguageServerEnvironment;
  readonly onStatus: (status: LanguageServerStatus) => void;
}

export interface RunningClient {
  changeEnvironment(environment: LanguageServerEnvironment): Promise<void>;
  /** Null where the folder is in no project. @throws Error when the server does not answer */
  newFile(wish: NewFileParams): Promise<NewFileAnswer | null>;
  stop(): Promise<void>;
}

/** Starts the server's process and waits until it is ready. @throws Error when it does not become so. */
export async function startClient(options: ClientOptions): Promise<RunningClient> {
  let environment = options.environment;
  const client = new LanguageClient(
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
    },
  );
  client.onNotification(serverStatus, options.onStatus);
  await client.start();
  return {
    changeEnvironment: async (changed) => {
      environment = changed;
      await client.sendNotification(didChangeEnvironment, changed);
    },
    newFile: (wish) => client.sendRequest<NewFileAnswer | null>(newFileRequest, wish),
    stop: async () => {
      await client.dispose();
    },
  };
}
