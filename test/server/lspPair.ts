import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type Diagnostic,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type TextDocumentContentChangeEvent,
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
  /** Beside what every editor can. */
  readonly capabilities?: ClientCapabilities;
}

/** A real client connection and the real server in one process, joined by two streams. */
export class LspPair {
  readonly statuses: LanguageServerStatus[] = [];
  readonly logs: string[] = [];
  private readonly published = new Map<string, Diagnostic[][]>();
  /** The version each publication of a file was about. */
  private readonly publishedVersions = new Map<string, (number | undefined)[]>();
  private readonly listeners = new Set<() => void>();
  private readonly versions = new Map<string, number>();

  private constructor(
    readonly client: ProtocolConnection,
    private readonly streams: readonly PassThrough[],
  ) {
    const changed = () => this.listeners.forEach((listener) => listener());
    client.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.set(params.uri, [...this.allOf(params.uri), params.diagnostics]);
      const versions = this.publishedVersions.get(params.uri) ?? [];
      this.publishedVersions.set(params.uri, [...versions, params.version]);
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
      {
        bridgeScript,
        indexWorker: null,
        findInstallation: (search) => findInstallation(search),
        ...options.deps,
      },
    );
    const client = createProtocolConnection(
      new StreamMessageReader(down),
      new StreamMessageWriter(up),
    );
    const pair = new LspPair(client, [up, down]);
    await client.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      capabilities: {
        ...options.capabilities,
        workspace: { workspaceFolders: true, ...options.capabilities?.workspace },
      },
      workspaceFolders: options.folders.map((folder) => ({ uri: uriOf(folder), name: folder })),
      initializationOptions: options.environment,
    });
    client.onRequest('client/registerCapability', () => null);
    await client.sendNotification('initialized', {});
    return pair;
  }

  open(file: string, text: string, languageId = 'quantum'): Promise<void> {
    const uri = uriOf(file);
    this.versions.set(uri, 1);
    return this.client.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /** Replaces `line` (0-based) by `text`: an incremental change, as an editor sends it. */
  changeLine(file: string, line: number, text: string): Promise<void> {
    const range = { start: { line, character: 0 }, end: { line, character: 100_000 } };
    return this.change(file, [{ range, text }]);
  }

  /** All changes of one notification; each counts in the text the one before it left. */
  change(file: string, contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const uri = uriOf(file);
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    const textDocument = { uri, version };
    return this.client.sendNotification('textDocument/didChange', { textDocument, contentChanges });
  }

  /** The version of a document as last sent. */
  version(file: string): number {
    return this.versions.get(uriOf(file)) ?? 0;
  }

  /** The versions its publications were about, in order. */
  versionsPublished(file: string): (number | undefined)[] {
    return this.publishedVersions.get(uriOf(file)) ?? [];
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

  request<T>(method: string, file: string, more: object = {}): Promise<T> {
    return this.client.sendRequest(method, { textDocument: { uri: uriOf(file) }, ...more });
  }

  /** A request about a folder, by its URI. */
  ask<T>(method: string, folder: string, more: object): Promise<T> {
    return this.client.sendRequest(method, { folder: uriOf(folder), ...more });
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
