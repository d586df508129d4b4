import type { TestResult } from '../../protocol/testResults.js';
import type { SuiteResult } from '../../protocol/testRuns.js';
import type { Db } from '../platform/store/store.js';
import type { TestResultRepository } from './testResultRepository.js';
import { suiteResultsOf, testResultOf } from './testWire.js';

/** What of a run was added up, and up to which result. */
interface Summed {
  readonly last: number;
  readonly suites: readonly SuiteResult[];
}

export interface ReadRun {
  readonly suites: readonly SuiteResult[];
  readonly results: readonly TestResult[];
}

/** Runs that are followed at a time. */
const mostFollowed = 16;

/**
 * The results of a run. Whoever follows one asks again and again for what is new: each result is read and added
 * up once, however many there are.
 */
export class RunReader {
  private readonly summed = new Map<number, Summed>();

  constructor(private readonly results: TestResultRepository) {}

  /** Those after an id, and what all of them come to. */
  async read(db: Db, runId: number, after: number): Promise<ReadRun> {
    const known = after === 0 ? undefined : this.summed.get(runId);
    const { last, suites } = known ?? { last: 0, suites: [] };
    const rows = await this.results.ofRun(db, runId, Math.min(last, after));
    const read = rows.map(testResultOf);
    const unsummed = read.filter(({ id }) => id > last);
    const now = suiteResultsOf(unsummed, suites);
    this.keep(runId, { last: unsummed.at(-1)?.id ?? last, suites: now });
    return { suites: now, results: read.filter(({ id }) => id > after) };
  }

  private keep(runId: number, summed: Summed): void {
    this.summed.delete(runId);
    this.summed.set(runId, summed);
    const [oldest] = this.summed.keys();
    if (this.summed.size > mostFollowed && oldest !== undefined) this.summed.delete(oldest);
  }
}
