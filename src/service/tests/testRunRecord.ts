import { setImmediate as nextTurn } from 'node:timers/promises';
import type { TestCode, TestOutcome } from '../../framework/bridgeMessages.js';
import type { TestStatus } from '../../protocol/testResults.js';
import type { FoundTest } from '../../protocol/tests.js';
import type { Platform } from '../platform/feature.js';
import type { Tx } from '../platform/store/store.js';
import type { TestDayRepository } from './testDayRepository.js';
import type { RequestsOfResult, TestRequestFiles } from './testRequestFiles.js';
import type { TestResultRepository } from './testResultRepository.js';
import type { TestRunChange, TestRunRepository } from './testRunRepository.js';
import { usesOf, type TestTraceRepository } from './testTraceRepository.js';

export interface TestRunRecordPorts {
  readonly platform: Platform;
  readonly runs: TestRunRepository;
  readonly results: TestResultRepository;
  readonly days: TestDayRepository;
  readonly traces: TestTraceRepository;
  readonly requests: TestRequestFiles;
}

/** A test in a run: its first time, or one of several. */
export interface RecordedTest {
  readonly test: Omit<FoundTest, 'page' | 'tags' | 'mustFail'>;
  readonly repetition: number;
}

export interface RecordedResult extends Omit<TestOutcome, 'passed' | 'uses' | 'covered'> {
  readonly status: TestStatus;
  /** Null: the test ended without telling what it used. */
  readonly trace: Pick<TestOutcome, 'uses' | 'covered'> | null;
}

/** The code that is tested: what a run of it is told by, and its parts where only the framework knows them. */
export interface TestedCode {
  readonly hash: string;
  readonly parts: TestCode | null;
}

interface Written {
  readonly at: string;
  /** Answers the requests of a result, which are kept beside the store; null for anything else. */
  readonly write: (tx: Tx, at: string) => Promise<RequestsOfResult | null>;
}

/** So much may wait to be written before the tests wait for it. */
const mostWaiting = 200;
/** Tests may end by the hundred a second: nobody looks, or needs the disk, more often than this. */
const writtenEveryMs = 50;

/**
 * What happens in a run, written in the order it happens. The tests go on meanwhile: whatever comes soon after
 * what was written before, or while the disk is busy, is written with the next transaction.
 */
export class TestRunRecord {
  private passed = 0;
  private failed = 0;
  private hollow = 0;
  private readonly began = performance.now();
  private code: TestedCode | null = null;
  private waiting: Written[] = [];
  private writing: Promise<void> | null = null;
  private lastBegan = Number.NEGATIVE_INFINITY;
  /** Whether what waits is written as soon as the disk is free. */
  private isUrgent = false;
  private hurry = (): void => undefined;
  /** Of the test that began last. */
  private suite: string | null = null;
  private broken: { readonly error: unknown } | null = null;

  constructor(
    private readonly ports: TestRunRecordPorts,
    private readonly projectId: number,
    private readonly runId: number,
  ) {}

  /** Whether a test did not pass. */
  get hasFailed(): boolean {
    return this.failed > 0;
  }

  /** What an earlier attempt stored already. */
  count({ status, hollow }: { readonly status: TestStatus; readonly hollow: string | null }): void {
    if (status === 'passed') this.passed += 1;
    else this.failed += 1;
    if (hollow !== null) this.hollow += 1;
  }

  /** The run knows what it has to do. */
  begun(change: TestRunChange, code: TestedCode): void {
    this.code = code;
    this.add(async (tx, at) => {
      const told = { ...change, status: 'running', started_at: at, code_hash: code.hash };
      await this.ports.runs.update(tx, this.runId, told);
      return null;
    });
  }

  started({ test }: RecordedTest): void {
    const { platform } = this.ports;
    const { projectId, runId } = this;
    this.suite = test.suite;
    this.add(async (tx) => {
      await platform.events.append(tx, { type: 'test_started', projectId, runId, testId: test.id });
      return null;
    });
  }

  ended({ test, repetition }: RecordedTest, result: RecordedResult): void {
    this.count(result);
    const { results } = this.ports;
    this.add(async (tx, at) => {
      await this.keepTrace(tx, test.id, result);
      const resultId = await results.insert(tx, {
        test_run_id: this.runId,
        project_id: this.projectId,
        test_id: test.id,
        suite_name: test.suite,
        test_file: test.file,
        test_line: test.line,
        test_name: test.name,
        status: result.status,
        repetition,
        duration_ms: result.ms,
        message: result.message,
        failure_line: result.status === 'passed' ? null : result.line,
        step: result.step,
        page_file: result.page?.file ?? null,
        page_line: result.page?.line ?? null,
        hollow: result.hollow,
        output: result.output,
        code_hash: this.code?.hash ?? null,
        at,
      });
      return { resultId, requests: result.requests };
    });
  }

  /** Resolves when more may come. @throws what kept something from being written */
  async room(): Promise<void> {
    while (this.isFull) {
      this.hurry();
      await this.writing;
    }
    this.assertWhole();
  }

  /** Writes what waits now. What could not be written is told by `end`. */
  async flush(): Promise<void> {
    this.isUrgent = true;
    this.hurry();
    while (this.writing) await this.writing;
    this.isUrgent = false;
  }

  /** The end of the run; forgets what is not kept any more. @throws what kept something from being written */
  async end(status: string, error_message: string | null = null): Promise<void> {
    const { platform, runs, results, days, requests } = this.ports;
    const { runId, projectId } = this;
    // That something could not be written may be what there is to tell.
    this.broken = null;
    const duration_ms = performance.now() - this.began;
    const counts = this.counts();
    this.add(async (tx, completed_at) => {
      await runs.update(tx, runId, {
        ...{ ...counts, status, error_message, duration_ms },
        ...{ completed_at, current_suite: null },
      });
      // A run that was cut short says nothing about a day.
      if (status === 'completed' || status === 'failed') await days.add(tx, runId);
      return null;
    });
    await this.flush();
    this.assertWhole();
    await platform.store.write(async (tx) => {
      await results.thin(tx, projectId);
      await runs.thin(tx, projectId);
    });
    const kept = await platform.store.read((db) => results.runs(db));
    await requests.keep(runId, (id) => id >= runId || kept.has(id));
  }

  private get isFull(): boolean {
    return this.waiting.length > mostWaiting;
  }

  private assertWhole(): void {
    if (this.broken) throw this.broken.error;
  }

  private add(write: Written['write']): void {
    this.waiting.push({ at: this.ports.platform.now().toISOString(), write });
    this.writing ??= this.writeAll();
  }

  private async writeAll(): Promise<void> {
    while (this.waiting.length > 0) {
      // The end of one test and the start of the next, or of all, come together.
      await nextTurn();
      await this.untilDue();
      this.lastBegan = this.ports.platform.now().getTime();
      const batch = this.waiting;
      this.waiting = [];
      try {
        await this.write(batch);
      } catch (error) {
        this.broken ??= { error };
      }
    }
    // In the same turn as the look above: what comes next must not think that it will be written along.
    this.writing = null;
  }

  private untilDue(): Promise<void> {
    const left = this.lastBegan + writtenEveryMs - this.ports.platform.now().getTime();
    if (left <= 0 || this.isUrgent || this.isFull) return Promise.resolve();
    return new Promise((resolve) => {
      // The clock may have been put back.
      const timer = setTimeout(resolve, Math.min(left, writtenEveryMs));
      this.hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private write(batch: readonly Written[]): Promise<void> {
    const { platform, runs, requests } = this.ports;
    const soFar = { ...this.counts(), current_suite: this.suite };
    return platform.store.write(async (tx) => {
      const asked: RequestsOfResult[] = [];
      // Once for all of them; each test is told by an event of its own.
      await runs.write(tx, this.runId, soFar);
      for (const { write, at } of batch) {
        const own = await write(tx, at);
        if (own) asked.push(own);
      }
      // Before anyone hears of the results and asks for them.
      if (asked.length > 0) await requests.append(this.runId, asked);
    });
  }

  private async keepTrace(tx: Tx, testId: string, { trace }: RecordedResult): Promise<void> {
    const { traces } = this.ports;
    const parts = this.code?.parts ?? null;
    if (trace === null || parts === null) return traces.forget(tx, this.projectId, testId);
    const { covered } = trace;
    const uses = usesOf(trace.uses, parts);
    await traces.put(tx, this.projectId, { testId, everyones: parts.all, uses, covered });
  }

  private counts() {
    const { passed: passed_tests, failed: failed_tests, hollow: hollow_tests } = this;
    return { passed_tests, failed_tests, hollow_tests };
  }
}
