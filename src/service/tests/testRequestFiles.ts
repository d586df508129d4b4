import { appendFile, mkdir, readFile, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { TestRequest } from '../../protocol/tests.js';

interface Line {
  readonly resultId: number;
  readonly requests: readonly TestRequest[];
}

/** What one run may write; what comes after is left out. */
const mostBytes = 8 * 1024 * 1024;

/** The requests of tests with their SQL: one file a run, beside the store. */
export class TestRequestFiles {
  private readonly folder: string;

  constructor(filesDirectory: string) {
    this.folder = path.join(filesDirectory, 'test-requests');
  }

  /** Adds the requests of one result. */
  async append(runId: number, resultId: number, requests: readonly TestRequest[]): Promise<void> {
    if (requests.length === 0) return;
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const file = this.fileOf(runId);
    const size = await stat(file).then(
      (found) => found.size,
      () => 0,
    );
    const line: Line = { resultId, requests };
    const text = `${JSON.stringify(line)}\n`;
    if (size + text.length <= mostBytes) await appendFile(file, text, { mode: 0o600 });
  }

  /** Those of one result, in the order they were made; none when the run's are gone. */
  async read(runId: number, resultId: number): Promise<readonly TestRequest[]> {
    const text = await readFile(this.fileOf(runId), 'utf8').catch(() => '');
    const begins = `{"resultId":${resultId},`;
    // An id is given again when storing its result did not come to an end: the last one counts.
    const line = text.split('\n').findLast((one) => one.startsWith(begins));
    return line === undefined ? [] : (JSON.parse(line) as Line).requests;
  }

  /** Removes the files of runs that are not kept. */
  async keep(isKept: (runId: number) => boolean): Promise<void> {
    const names = await readdir(this.folder).catch(() => []);
    const gone = names.filter((name) => !isKept(Number(path.parse(name).name)));
    await Promise.all(gone.map((name) => rm(path.join(this.folder, name), { force: true })));
  }

  private fileOf(runId: number): string {
    return path.join(this.folder, `${runId}.jsonl`);
  }
}
