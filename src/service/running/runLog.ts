import type { RunLogLevel, RunLogLine, RunLogQuery, RunRequest } from '../../protocol/running.js';

/** What is kept of each project, in memory: the newest ones. */
const keptLines = 5_000;
const keptRequests = 500;
const longestText = 8_000;

const ranks: Readonly<Record<RunLogLevel, number>> = { debug: 0, info: 1, warning: 2, error: 3 };

export type RunLogEntry =
  | { readonly kind: 'line'; readonly line: RunLogLine }
  | { readonly kind: 'request'; readonly request: RunRequest };

/** Log lines and requests of one project, numbered in one sequence as they came. */
export class RunLog {
  private readonly entries: RunLogEntry[] = [];
  private lines = 0;
  private readonly listeners = new Set<() => void>();
  private lastSeq = 0;

  constructor(private readonly now: () => Date) {}

  addLine(line: Omit<RunLogLine, 'seq' | 'at'>): void {
    const text = line.text.length > longestText ? `${line.text.slice(0, longestText)}…` : line.text;
    this.lines += 1;
    this.add({ kind: 'line', line: { ...this.stamp(), ...line, text } });
  }

  addRequest(request: Omit<RunRequest, 'seq' | 'at'>): void {
    this.add({ kind: 'request', request: { ...this.stamp(), ...request } });
  }

  linesOf({ after = 0, limit = 1_000, level = 'debug', q = '' }: RunLogQuery): RunLogLine[] {
    const wanted = q.toLowerCase();
    const found = this.entries.flatMap((entry) =>
      entry.kind === 'line' &&
      entry.line.seq > after &&
      ranks[entry.line.level] >= ranks[level] &&
      `${entry.line.source} ${entry.line.text}`.toLowerCase().includes(wanted)
        ? [entry.line]
        : [],
    );
    return found.slice(-limit);
  }

  requests({ after = 0, limit = 100 }: { after?: number; limit?: number }): RunRequest[] {
    const found = this.entries.flatMap((entry) =>
      entry.kind === 'request' && entry.request.seq > after ? [entry.request] : [],
    );
    return found.slice(-limit);
  }

  /** All after a seq. */
  after(seq: number): RunLogEntry[] {
    return this.entries.filter((entry) => seqOf(entry) > seq);
  }

  onDidAdd(listener: () => void): { dispose(): void } {
    this.listeners.add(listener);
    return { dispose: () => void this.listeners.delete(listener) };
  }

  private stamp(): { seq: number; at: string } {
    this.lastSeq += 1;
    return { seq: this.lastSeq, at: this.now().toISOString() };
  }

  private add(entry: RunLogEntry): void {
    this.entries.push(entry);
    this.forgetOldest();
    for (const listener of [...this.listeners]) listener();
  }

  /** Lines and requests are kept apart: a chatty log leaves the requests, and the other way round. */
  private forgetOldest(): void {
    const requests = this.entries.length - this.lines;
    if (this.lines <= keptLines && requests <= keptRequests) return;
    const kind = this.lines > keptLines ? 'line' : 'request';
    const at = this.entries.findIndex((entry) => entry.kind === kind);
    this.entries.splice(at, 1);
    if (kind === 'line') this.lines -= 1;
  }
}

export function seqOf(entry: RunLogEntry): number {
  return entry.kind === 'line' ? entry.line.seq : entry.request.seq;
}
