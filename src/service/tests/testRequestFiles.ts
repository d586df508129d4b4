import { createReadStream } from 'node:fs';
import { appendFile, mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { TestRequest } from '../../protocol/tests.js';

interface Line {
  readonly resultId: number;
  readonly requests: readonly TestRequest[];
}

/** What one run may write; what comes after is left out. */
const mostBytes = 32 * 1024 * 1024;

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
    const input = createReadStream(this.fileOf(runId), 'utf8');
    const begins = `{"resultId":${resultId},`;
    try {
      for await (const line of createInterface({ input, crlfDelay: Infinity })) {
        if (line.startsWith(begins)) return (JSON.parse(line) as Line).requests;
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    } finally {
      input.destroy();
    }
    return [];
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
