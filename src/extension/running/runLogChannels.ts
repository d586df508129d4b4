import path from 'node:path';
import * as vscode from 'vscode';
import type { Project } from '../../protocol/projects.js';
import type { RunLogLine, RunRequest } from '../../protocol/running.js';
import type { Disposable } from '../platform/signal.js';
import type { RunningApi } from './runningApi.js';

interface Followed {
  readonly channel: vscode.LogOutputChannel;
  lastSeq: number;
  reading: AbortController | null;
}

/**
 * The logs of the servers of this window, each in an output channel of its own: with VS Code's levels, search
 * and links to files. Requests stand in it with their times and their SQL.
 */
export class RunLogChannels implements Disposable {
  readonly #followed = new Map<number, Followed>();

  constructor(
    private readonly api: RunningApi,
    private readonly onError: (error: unknown) => void,
  ) {}

  show(project: Project): void {
    this.follow(project);
    this.#followed.get(project.id)?.channel.show(true);
  }

  /** Follows the log from now on. Does nothing where it is followed. */
  follow(project: Project): void {
    const known = this.#followed.get(project.id);
    if (known?.reading) return;
    const followed: Followed = known ?? {
      channel: vscode.window.createOutputChannel(`Quantum: ${project.name}`, { log: true }),
      ...{ lastSeq: 0, reading: null },
    };
    this.#followed.set(project.id, followed);
    void this.#read(project, followed);
  }

  /** The service is another one: it counts anew, and who was followed is followed again. */
  reconnected(projects: readonly Project[]): void {
    for (const project of projects) {
      const followed = this.#followed.get(project.id);
      if (!followed) continue;
      followed.reading?.abort();
      followed.reading = null;
      followed.lastSeq = 0;
      this.follow(project);
    }
  }

  dispose(): void {
    for (const { channel, reading } of this.#followed.values()) {
      reading?.abort();
      channel.dispose();
    }
    this.#followed.clear();
  }

  async #read(project: Project, followed: Followed): Promise<void> {
    const reading = new AbortController();
    followed.reading = reading;
    try {
      const entries = this.api.entries(project.id, followed.lastSeq, reading.signal);
      for await (const entry of entries) {
        if (reading.signal.aborted) return;
        followed.lastSeq = entry.seq;
        write(followed.channel, entry, project.rootPath ?? '');
      }
    } catch (error) {
      if (!reading.signal.aborted) this.onError(error);
    } finally {
      if (followed.reading === reading) followed.reading = null;
    }
  }
}

function write(
  channel: vscode.LogOutputChannel,
  entry: RunLogLine | RunRequest,
  root: string,
): void {
  if ('method' in entry) {
    channel[entry.status >= 500 ? 'error' : 'info'](requestText(entry));
    return;
  }
  const { level, source, text, place } = entry;
  const from = source === 'run' || source === 'output' ? '' : `[${source}] `;
  const at = place === null ? '' : `${placeText(place, root)}: `;
  channel[level === 'warning' ? 'warn' : level](`${from}${at}${text}`);
}

/** Absolute, with line and column: the output view makes a link of it. */
function placeText({ file, line, column }: NonNullable<RunLogLine['place']>, root: string): string {
  const at = [path.join(root, file), line, column === null ? null : column + 1];
  return at.filter((one) => one !== null).join(':');
}

function requestText({ method, path: url, status, ms, action, queries }: RunRequest): string {
  const by = action === null ? '' : ` → ${action}`;
  const lines = queries.map(({ sql, ms: took, rows, error }) => {
    const came = error ?? (rows === null ? '' : `${rows} ↩`);
    return `      ${took ?? '?'} ms  ${came}  ${sql}`;
  });
  return [`${method} ${url}${by}  ${status}  ${Math.round(ms)} ms`, ...lines].join('\n');
}
