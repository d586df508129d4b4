import { BridgeError } from '../../framework/bridgeError.js';
import type { FoundSuites, TestCode } from '../../framework/bridgeMessages.js';
import type { TestStatus } from '../../protocol/testResults.js';
import type { RunTests } from '../../protocol/testRuns.js';
import {
  kindOf,
  suiteOf,
  testIdOf,
  type FoundTest,
  type ProjectTests,
} from '../../protocol/tests.js';
import type { JobContext, JobHandler } from '../platform/jobs/jobQueue.js';
import { affectedTests } from './affectedTests.js';
import { gitState } from './gitState.js';
import { inPool } from './inPool.js';
import { lostTest, whyNoAnswer } from './lostProcess.js';
import { runSuites } from './suites/suiteRunning.js';
import type { TestBridge } from './testBridge.js';
import { usualWorkers, type TestEnvironment, type TestPlace } from './testEnvironment.js';
import {
  TestRunRecord,
  type RecordedResult,
  type RecordedTest,
  type TestRunRecordPorts,
} from './testRunRecord.js';
import { nothingSelected, select } from './testSelection.js';

export const testRunJobName = 'tests.run';

export interface TestRunData {
  readonly projectId: number;
  readonly request: RunTests;
}

export interface TestRunPorts extends TestRunRecordPorts {
  readonly environment: TestEnvironment;
}

/** A test to run, or a file whose tests cannot. */
interface Task extends RecordedTest {
  readonly problem: string | null;
}

const usualLimitSeconds = 60;
const untraced = { step: null, page: null, requests: [], trace: null };

function tasksOf({ tests, problems }: ProjectTests, repeat: number): Task[] {
  const broken = problems.map(({ file, line, message }): Task => {
    const test = { id: testIdOf(file, ''), suite: suiteOf(file), file, line, name: file };
    return { test: { ...test, kind: kindOf(file) }, repetition: 1, problem: message };
  });
  const times = Array.from({ length: repeat }, (_, index) => index + 1);
  return [
    ...broken,
    ...times.flatMap((repetition) =>
      tests.map((test): Task => ({ test, repetition, problem: null })),
    ),
  ];
}

/** One run: what there is to do, each result as it comes, and how it ended. */
class TestRunning {
  private code: TestCode | null = null;

  private constructor(
    private readonly context: JobContext<TestRunData>,
    private readonly ports: TestRunPorts,
    private readonly runId: number,
    private readonly record: TestRunRecord,
  ) {}

  static async ofJob(context: JobContext<TestRunData>, ports: TestRunPorts): Promise<TestRunning> {
    const runId = await ports.platform.store.read((db) => ports.runs.idOfJob(db, context.id));
    const record = new TestRunRecord(ports, context.data.projectId, runId);
    return new TestRunning(context, ports, runId, record);
  }

  async toEnd(): Promise<void> {
    try {
      await this.run();
    } catch (error) {
      await this.endedEarly(error);
      throw error;
    }
  }

  private async run(): Promise<void> {
    const { context, ports, record } = this;
    const { projectId, request } = context.data;
    this.progress(0, 'Looking for the tests');
    const place = await ports.environment.of(projectId);
    const git = gitState(place.root);
    const { environment } = ports;
    const { found, checkout, code, worker } = await environment.look(place, context.signal);
    const free = [worker];
    try {
      this.code = code;
      const selected = await this.selected(found);
      const tasks = tasksOf(selected, request.repeat ?? 1);
      if (tasks.length === 0) throw new Error(nothingSelected(found, request));
      const { commit, branch } = await git;
      const about = {
        total_tests: tasks.length,
        git_commit: commit,
        git_branch: branch,
        framework_version: place.frameworkVersion,
        python_version: place.pythonVersion,
      };
      record.begun(about, { hash: place.code.all, parts: code });
      await this.runAll(place, checkout, tasks, free);
    } finally {
      for (const unused of free) await ports.environment.give(place, unused);
    }
    await record.end(record.hasFailed ? 'failed' : 'completed');
  }

  /** Told while the work goes on: nobody waits for it. */
  private progress(fraction: number, step: string): void {
    this.context.signal.throwIfAborted();
    this.context.progress(fraction, step).catch(() => undefined);
  }

  /** What is asked for; what a change touched comes first, or alone. */
  private async selected(found: ProjectTests): Promise<ProjectTests> {
    const { platform, results, traces } = this.ports;
    const { projectId, request } = this.context.data;
    const failing =
      request.failed === true
        ? await platform.store.read((db) => results.failing(db, projectId))
        : [];
    const asked = select(found, {
      ...request,
      ...(request.failed === true ? { tests: [...(request.tests ?? []), ...failing] } : {}),
    });
    const { affected_by: files, affected_first: first } = request;
    if (this.code === null || (files === undefined && first !== true)) return asked;
    const known = await platform.store.read((db) => traces.ofProject(db, projectId));
    const affected = affectedTests(asked.tests, known, this.code, files ?? ['.']);
    const isAffected = ({ id }: FoundTest): boolean => affected.has(id);
    const touched = asked.tests.filter(isAffected);
    if (files !== undefined) return { ...asked, tests: touched };
    return { ...asked, tests: [...touched, ...asked.tests.filter((test) => !isAffected(test))] };
  }

  private async runAll(
    place: TestPlace,
    checkout: FoundSuites,
    tasks: readonly Task[],
    free: TestBridge[],
  ): Promise<void> {
    const { context, ports, record } = this;
    const { request } = context.data;
    const done = await ports.platform.store.read((db) => ports.results.ofRun(db, this.runId));
    for (const { status, hollow } of done) record.count({ status: status as TestStatus, hollow });
    const key = (id: string, repetition: number): string => `${repetition} ${id}`;
    const known = new Set(done.map(({ test_id, repetition }) => key(test_id, repetition)));
    // A run that goes on after a hand-over leaves out what it has done.
    const left = tasks.filter(({ test, repetition }) => !known.has(key(test.id, repetition)));
    const ofSuites = left.filter(
      ({ test, problem }) => problem === null && test.kind === 'framework',
    );
    await this.runSuites(place, checkout, ofSuites);
    let ended = known.size + ofSuites.length;
    await inPool<Task, TestBridge>({
      tasks: left.filter((task) => !ofSuites.includes(task)),
      size: request.workers ?? usualWorkers,
      open: async () => free.pop() ?? (await ports.environment.take(place, context.signal)),
      close: (worker) => ports.environment.give(place, worker),
      isOver: () => context.signal.aborted || (request.stop_on_fail === true && record.hasFailed),
      work: async (worker, task) => {
        this.progress(ended / tasks.length, task.test.name);
        this.started(task);
        this.ended(task, await this.outcome(worker, task));
        ended += 1;
        await record.room();
      },
    });
    context.signal.throwIfAborted();
  }

  /** The framework's suites: their runner takes many at once, each repetition one after the other. */
  private async runSuites(
    place: TestPlace,
    checkout: FoundSuites,
    tasks: readonly Task[],
  ): Promise<void> {
    const { context, ports, record } = this;
    const { time_limit_seconds, stop_on_fail } = context.data.request;
    const { frameworkVersion } = place;
    const times = new Set(tasks.map(({ repetition }) => repetition));
    for (const time of times) {
      if (stop_on_fail === true && record.hasFailed) return;
      const own = tasks.filter(({ repetition }) => repetition === time);
      const byFile = new Map(own.map((task) => [task.test.file, task]));
      const taskOf = (file: string): Task[] => [byFile.get(file)].filter((task) => !!task);
      await runSuites({
        ...{ place, found: checkout, processes: ports.environment.suites },
        framework:
          frameworkVersion === null ? 'the framework' : `quantum-framework ${frameworkVersion}`,
        wanted: new Set(byFile.keys()),
        timeoutMs: (time_limit_seconds ?? usualLimitSeconds) * 1_000,
        stopOnFail: stop_on_fail === true,
        signal: context.signal,
        log: context.log,
        onStarted: async (file) => {
          for (const task of taskOf(file)) this.started(task);
          await record.room();
        },
        onResult: async (file, result) => {
          for (const task of taskOf(file)) this.ended(task, { ...untraced, ...result });
          await record.room();
        },
      });
    }
  }

  private async outcome(tests: TestBridge, { test, problem }: Task): Promise<RecordedResult> {
    const none = {
      ...{ ms: 0, line: test.line, step: null, page: null, hollow: null, output: '' },
      ...{ requests: [], trace: null },
    };
    if (problem !== null) return { ...none, status: 'error', message: problem };
    const { signal, data } = this.context;
    const seconds = data.request.time_limit_seconds ?? usualLimitSeconds;
    const began = performance.now();
    try {
      const { file, name } = test;
      const outcome = await tests.run({ file, name }, seconds * 1_000, signal);
      const { passed, uses, covered, ...rest } = outcome;
      return { ...rest, trace: { uses, covered }, status: passed ? 'passed' : 'failed' };
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof BridgeError)) throw error;
      const message = lostTest(error, seconds);
      const output = [await tests.printed(), ...error.stderr]
        .filter((one) => one !== '')
        .join('\n');
      return { ...none, status: 'error', ms: performance.now() - began, message, output };
    }
  }

  private started(task: Task): void {
    if (task.problem === null) this.record.started(task);
  }

  private ended(task: Task, result: RecordedResult): void {
    const { log, data } = this.context;
    const { file, name } = task.test;
    log(`${result.status.padEnd(6)}  ${file}: ${name}  (${Math.round(result.ms)} ms)`);
    if (result.status !== 'passed') log(`        ${result.message}`);
    if (data.request.verbose === true && result.output !== '') log(result.output.trimEnd());
    this.record.ended(task, result);
  }

  /** A run that was cancelled or could not run says so; one that is handed over goes on. */
  private async endedEarly(error: unknown): Promise<void> {
    const { signal } = this.context;
    if (!signal.aborted) {
      await this.record.end('error', whyNoAnswer(error));
    } else if ((signal.reason as { reason?: unknown }).reason === 'cancelled') {
      await this.record.end('cancelled');
    } else {
      // What is done need not be done again.
      await this.record.flush();
    }
  }
}

/** Runs tests in processes of their own; goes on where it was after the service changed hands. */
export function testRunJob(ports: TestRunPorts): JobHandler<TestRunData> {
  return {
    name: testRunJobName,
    resumable: true,
    run: async (context) => (await TestRunning.ofJob(context, ports)).toEnd(),
  };
}
