import * as vscode from 'vscode';
import type { DatasourceLogLine } from '../../protocol/datasources.js';
import type { ServiceEvent } from '../../protocol/events.js';
import type {
  DatasourcePageAction,
  FromDatasourcePage,
  Happening,
  ToDatasourcePage,
} from '../../protocol/webviews.js';
import { Disposables } from '../platform/disposables.js';
import { problemCode, problemMessage } from '../platform/problemMessage.js';
import type { CommandRegistry } from '../platform/reporter.js';
import type { ServiceClient } from '../platform/serviceClient.js';
import { WebviewPages, type Page, type PageController } from '../platform/webviewHost.js';
import type { DatasourcesApi } from './datasourcesApi.js';
import type { DatasourcesModel } from './datasourcesModel.js';

export interface DatasourcePageDeps {
  readonly api: DatasourcesApi;
  readonly model: DatasourcesModel;
  readonly service: ServiceClient;
  readonly reporter: CommandRegistry;
}

export interface DatasourcePages {
  show(id: number): void;
  /** Shows the page and goes to its log. */
  showLog(id: number): void;
  dispose(): void;
}

/** Lines shown of what was written before the page was opened. */
const earlierLines = 500;

/** The detail pages of datasources; the subject is the datasource's id. */
export function createDatasourcePages(
  extensionUri: vscode.Uri,
  deps: DatasourcePageDeps,
): DatasourcePages {
  const open = new Map<number, DatasourcePage>();
  const wantLog = new Set<number>();
  const pages = new WebviewPages<number, ToDatasourcePage, FromDatasourcePage>(extensionUri, {
    viewType: 'quantum.datasource',
    entry: 'datasource',
    keyOf: String,
    titleOf: (id) => deps.model.get(id)?.name ?? vscode.l10n.t('Datasource'),
    readSubject: (kept) => {
      const subject: unknown =
        typeof kept === 'object' && kept !== null ? Reflect.get(kept, 'subject') : undefined;
      return typeof subject === 'number' && Number.isSafeInteger(subject) ? subject : undefined;
    },
    attach: (page, id) => {
      const made = new DatasourcePage(page, id, deps, {
        takeWish: () => wantLog.delete(id),
        onDispose: () => open.delete(id),
      });
      open.set(id, made);
      return made;
    },
  });
  return {
    show: (id) => pages.show(id),
    showLog: (id) => {
      wantLog.add(id);
      pages.show(id);
      open.get(id)?.goToLog();
    },
    dispose: () => pages.dispose(),
  };
}

interface PageWishes {
  /** Whether the log was asked for since it was last shown. */
  readonly takeWish: () => boolean;
  readonly onDispose: () => void;
}

/** One open page: reads the datasource again on its events, and follows its log while it is open. */
class DatasourcePage implements PageController<FromDatasourcePage> {
  readonly #owned = new Disposables();
  readonly #happenings: Happening[] = [];
  #following: AbortController | undefined;
  #isListening = false;
  // Only the newest reading is shown: an older answer that comes late is dropped.
  #round = 0;

  constructor(
    private readonly page: Page<ToDatasourcePage>,
    private readonly id: number,
    private readonly deps: DatasourcePageDeps,
    private readonly wishes: PageWishes,
  ) {
    const { service } = deps;
    this.#owned.add(service.onEvent((event) => this.#hear(event)));
    this.#owned.add(
      service.onDidChangeState(({ kind }) => {
        if (kind === 'connected' || kind === 'failed') void this.#show();
      }),
    );
  }

  onReady(): void {
    this.#isListening = true;
    void this.#show();
    this.#follow();
  }

  onMessage(message: FromDatasourcePage): void {
    switch (message.type) {
      case 'action':
        void vscode.commands.executeCommand(commandOf[message.action], this.id);
        break;
      case 'retry':
        void this.#show();
        break;
      case 'followLog':
        this.#follow();
        break;
      case 'saveLog':
        void this.deps.reporter.guard('save log', () => saveLog(message.text));
        break;
      default:
        message satisfies never;
    }
  }

  goToLog(): void {
    if (this.#isListening && this.wishes.takeWish()) this.page.post({ type: 'showLog' });
  }

  dispose(): void {
    this.#following?.abort();
    this.#owned.dispose();
    this.wishes.onDispose();
  }

  #hear(event: ServiceEvent): void {
    if (event.type === 'reset' || event.type === 'docker_changed' || this.#endsJob(event))
      void this.#show();
    if (!('id' in event) || event.id !== this.id || !event.type.startsWith('datasource_')) return;
    const text = happeningText(event);
    if (text !== undefined && 'at' in event) this.#happenings.push({ at: event.at, text });
    void this.#show();
    // A log ends with its container: the next one has its own.
    const runsAgain = event.type === 'datasource_status_changed' && event.status === 'starting';
    if (runsAgain || this.#following === undefined) this.#follow();
  }

  /** A job of the project ended: the datasource may have been what it worked on. */
  #endsJob(event: ServiceEvent): boolean {
    if (event.type !== 'job_changed') return false;
    return event.projectId === this.deps.model.get(this.id)?.projectId;
  }

  async #show(): Promise<void> {
    const own = ++this.#round;
    const { api } = this.deps;
    try {
      const [datasource, status] = await Promise.all([
        api.detail(this.id),
        api.status(this.id).catch(() => null),
      ]);
      if (own !== this.#round) return;
      this.page.setTitle(datasource.name);
      const happenings = this.#happenings.slice(-20);
      this.page.post({ type: 'datasource', datasource, status, happenings });
      this.goToLog();
    } catch (error) {
      if (own !== this.#round) return;
      if (problemCode(error) === 'not-found') this.page.post({ type: 'gone' });
      else this.page.post({ type: 'failed', message: problemMessage(error).detail });
    }
  }

  #follow(): void {
    this.#following?.abort();
    if (!this.#isListening || this.deps.model.get(this.id)?.connectionType !== 'docker') return;
    const following = new AbortController();
    this.#following = following;
    void this.#copyUsage(following.signal);
    void this.#copyLog(following.signal).finally(() => {
      if (this.#following === following) this.#following = undefined;
    });
  }

  async #copyUsage(signal: AbortSignal): Promise<void> {
    try {
      for await (const usage of this.deps.api.usage(this.id, signal))
        this.page.post({ type: 'usage', usage });
    } catch {
      // That it cannot be asked is told by the page’s state and its log.
    } finally {
      if (!signal.aborted) this.page.post({ type: 'usage', usage: null });
    }
  }

  async #copyLog(signal: AbortSignal): Promise<void> {
    let waiting: DatasourceLogLine[] = [];
    let fresh = true;
    const send = (): void => {
      if (waiting.length === 0 || signal.aborted) return;
      this.page.post({ type: 'log', lines: waiting, fresh });
      [waiting, fresh] = [[], false];
    };
    try {
      for await (const line of this.deps.api.logLines(this.id, earlierLines, signal)) {
        // What comes in one burst is one message.
        if (waiting.push(line) === 1) setImmediate(send);
      }
      this.page.post({ type: 'logEnded', reason: null });
    } catch (error) {
      if (!signal.aborted)
        this.page.post({ type: 'logEnded', reason: problemMessage(error).detail });
    } finally {
      send();
    }
  }
}

const commandOf: Record<DatasourcePageAction, string> = {
  start: 'quantum.datasources.start',
  stop: 'quantum.datasources.stop',
  restart: 'quantum.datasources.restart',
  setup: 'quantum.datasources.setup',
  test: 'quantum.datasources.test',
  copyUrl: 'quantum.datasources.copyUrl',
  copyPassword: 'quantum.datasources.copyPassword',
  useInProject: 'quantum.datasources.useInProject',
  shell: 'quantum.datasources.shell',
  edit: 'quantum.datasources.edit',
  duplicate: 'quantum.datasources.duplicate',
  delete: 'quantum.datasources.delete',
};

function happeningText(event: ServiceEvent): string | undefined {
  switch (event.type) {
    case 'datasource_updated':
      return vscode.l10n.t('changed');
    case 'datasource_status_changed':
      return [event.status, event.healthStatus, event.setupStatus].join(' · ');
    default:
      return undefined;
  }
}

async function saveLog(text: string): Promise<void> {
  const file = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Save the log'),
    filters: { Log: ['log', 'txt'] },
  });
  if (file !== undefined) await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
}
