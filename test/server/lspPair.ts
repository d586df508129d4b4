import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type Diagnostic,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node';
import { createConnection } from 'vscode-languageserver/node';
import { findInstallation } from '../../src/framework/findInstallation.js';
import {
  didChangeEnvironment,
  serverStatus,
  type LanguageServerEnvironment,
  type LanguageServerStatus,
} from '../../src/protocol/languageServer.js';
import { startLanguageServer, type LanguageServerDeps } from '../../src/server/languageServer.js';
import { bridgeScript } from '../bridge/rawBridge.js';

export interface PairOptions {
  readonly folders: readonly string[];
  readonly environment: LanguageServerEnvironment;
  readonly deps?: Partial<LanguageServerDeps>;
}

/** A real client connection and the real server in one process, joined by two streams. */
export class LspPair {
  readonly statuses: LanguageServerStatus[] = [];
  readonly logs: string[] = [];
  private readonly published = new Map<string, Diagnostic[][]>();
  private readonly listeners = new Set<() => void>();
  private readonly versions = new Map<string, number>();

  private constructor(
    readonly client: ProtocolConnection,
    private readonly streams: readonly PassThrough[],
  ) {
    const changed = () => this.listeners.forEach((listener) => listener());
    client.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.set(params.uri, [...this.allOf(params.uri), params.diagnostics]);
      changed();
    });
    client.onNotification(serverStatus, (status: LanguageServerStatus) => {
      this.statuses.push(status);
      changed();
    });
    client.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.logs.push(message);
      changed();
    });
    client.listen();
  }

  static async start(options: PairOptions): Promise<LspPair> {
    const up = new PassThrough();
    const down = new PassThrough();
    startLanguageServer(
      createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)),
      { bridgeScript, findInstallation: (search) => findInstallation(search), ...options.deps },
    );
    const client = createProtocolConnection(
      new StreamMessageReader(down),
      new StreamMessageWriter(up),
    );
    const pair = new LspPair(client, [up, down]);
    await client.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      capabilities: { workspace: { workspaceFolders: true } },
      workspaceFolders: options.folders.map((folder) => ({ uri: uriOf(folder), name: folder })),
      initializationOptions: options.environment,
    });
    client.onRequest('client/registerCapability', () => null);
    await client.sendNotification('initialized', {});
    return pair;
  }

  open(file: string, text: string): Promise<void> {
    const uri = uriOf(file);
    this.versions.set(uri, 1);
    return this.client.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'quantum', version: 1, text },
    });
  }

  /** Replaces `line` (0-based) by `text`: an incremental change, as an editor sends it. */
  changeLine(file: string, line: number, text: string): Promise<void> {
    const uri = uriOf(file);
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    return this.client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [
        { range: { start: { line, character: 0 }, end: { line, character: 100_000 } }, text },
      ],
    });
  }

  save(file: string): Promise<void> {
    return this.client.sendNotification('textDocument/didSave', {
      textDocument: { uri: uriOf(file) },
    });
  }

  close(file: string): Promise<void> {
    return this.client.sendNotification('textDocument/didClose', {
      textDocument: { uri: uriOf(file) },
    });
  }

  setEnvironment(environment: LanguageServerEnvironment): Promise<void> {
    return this.client.sendNotification(didChangeEnvironment, environment);
  }

  request<T>(method: string, file: string): Promise<T> {
    return this.client.sendRequest(method, { textDocument: { uri: uriOf(file) } });
  }

  /** What was last published for a file; null before anything was. */
  diagnostics(file: string): Diagnostic[] | null {
    return this.allOf(uriOf(file)).at(-1) ?? null;
  }

  /** How often diagnostics of a file were published. */
  publications(file: string): number {
    return this.allOf(uriOf(file)).length;
  }

  /** Resolves once `condition` holds after some message. @throws Error saying what was seen, after 15 s. */
  until(condition: () => boolean, what: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const seen = () =>
        JSON.stringify({
          published: [...this.published],
          statuses: this.statuses,
          logs: this.logs,
        });
      const timer = setTimeout(() => {
        this.listeners.delete(look);
        reject(new Error(`never: ${what}; ${seen()}`));
      }, 15_000);
      const look = () => {
        if (!condition()) return;
        clearTimeout(timer);
        this.listeners.delete(look);
        resolve();
      };
      this.listeners.add(look);
      look();
    });
  }

  /** Waits until the last diagnostics of a file are `messages`, in any order. */
  async shows(file: string, ...messages: RegExp[]): Promise<Diagnostic[]> {
    const matching = () => {
      const shown = this.diagnostics(file);
      return (
        shown?.length === messages.length &&
        messages.every((message) => shown.some((one) => message.test(textOf(one))))
      );
    };
    await this.until(matching, `${file} shows ${messages.join(', ') || 'nothing'}`);
    return this.diagnostics(file)!;
  }

  async stop(): Promise<void> {
    await this.client.sendRequest('shutdown');
    this.client.dispose();
    for (const stream of this.streams) stream.destroy();
  }

  private allOf(uri: string): Diagnostic[][] {
    return this.published.get(uri) ?? [];
  }
}

function textOf({ message }: Diagnostic): string {
  return typeof message === 'string' ? message : message.value;
}

/** The URI of a path; an `untitled:` URI is one already. */
export function uriOf(file: string): string {
  return file.startsWith('untitled:') ? file : pathToFileURL(file).href;
}
