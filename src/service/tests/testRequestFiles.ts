import { statSync } from 'node:fs';
import { appendFile, mkdir, readFile, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { TestRequest } from '../../protocol/testResults.js';

/** What one result asked of the application. */
export interface RequestsOfResult {
  readonly resultId: number;
  readonly requests: readonly TestRequest[];
}

/** What one run may write; what comes after is left out. */
const mostBytes = 8 * 1024 * 1024;

/** The requests of tests with their SQL: one file a run, beside the store. */
export class TestRequestFiles {
  private readonly folder: string;
  /** Of runs that are written now. */
  private readonly sizes = new Map<number, number>();

  constructor(filesDirectory: string) {
    this.folder = path.join(filesDirectory, 'test-requests');
  }

  /** Adds the requests of results, in their order. */
  async append(runId: number, results: readonly RequestsOfResult[]): Promise<void> {
    const file = this.fileOf(runId);
    let size = this.sizes.get(runId) ?? sizeOf(file);
    let text = '';
    for (const { resultId, requests } of results) {
      if (requests.length === 0) continue;
      const line = `${JSON.stringify({ resultId, requests })}\n`;
      if (size + line.length > mostBytes) continue;
      text += line;
      size += line.length;
    }
    if (text === '') return;
    await appendFile(file, text, { mode: 0o600 }).catch(async () => {
      // There was none before.
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      await appendFile(file, text, { mode: 0o600 });
    });
    this.sizes.set(runId, size);
  }

  /** Those of one result, in the order they were made; none when the run's are gone. */
  async read(runId: number, resultId: number): Promise<readonly TestRequest[]> {
    const text = await readFile(this.fileOf(runId), 'utf8').catch(() => '');
    const begins = `{"resultId":${resultId},`;
    // An id is given again when storing its result did not come to an end: the last one counts.
    const line = text.split('\n').findLast((one) => one.startsWith(begins));
    return line === undefined ? [] : (JSON.parse(line) as RequestsOfResult).requests;
  }

  /** Once a run has ended: removes the files of runs that are not kept. */
  async keep(ended: number, isKept: (runId: number) => boolean): Promise<void> {
    this.sizes.delete(ended);
    const names = await readdir(this.folder).catch(() => []);
    const gone = names.filter((name) => !isKept(Number(path.parse(name).name)));
    await Promise.all(gone.map((name) => rm(path.join(this.folder, name), { force: true })));
  }

  private fileOf(runId: number): string {
    return path.join(this.folder, `${runId}.jsonl`);
  }
}

/** Hardly ever is there one: a run that goes on after a hand-over has what it wrote before. */
function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
