import { BridgeError } from '../../framework/bridgeError.js';
import type { FoundSuites, TestCode, TestOutcome } from '../../framework/bridgeMessages.js';
import {
  kindOf,
  suiteOf,
  testIdOf,
  type FoundTest,
  type ProjectTests,
  type RunTests,
  type TestStatus,
} from '../../protocol/tests.js';
import type { Platform } from '../platform/feature.js';
import type { JobContext, JobHandler } from '../platform/jobs/jobQueue.js';
import type { Tx } from '../platform/store/store.js';
import { affectedTests } from './affectedTests.js';
import { findTests } from './findTests.js';
import { gitState } from './gitState.js';
import { inPool } from './inPool.js';
import { runSuites } from './suites/suiteRunning.js';
import type { TestBridge } from './testBridge.js';
import type { TestDayRepository } from './testDayRepository.js';
import { usualWorkers, type TestEnvironment, type TestPlace } from './testEnvironment.js';
import type { NewTestResult, TestResultRepository } from './testResultRepository.js';
import type { TestRequestFiles } from './testRequestFiles.js';
import type { TestRunRepository } from './testRunRepository.js';
import { nothingSelected, projectTestsOf, select } from './testSelection.js';
import { usesOf, type TestTraceRepository } from './testTraceRepository.js';

export const testRunJobName = 'tests.run';

export interface TestRunData {
  readonly projectId: number;
  readonly request: RunTests;
}

export interface TestRunPorts {
  readonly platform: Platform;
  readonly runs: TestRunRepository;
  readonly results: TestResultRepository;
  readonly days: TestDayRepository;
  readonly traces: TestTraceRepository;
  readonly requests: TestRequestFiles;
  readonly environment: TestEnvironment;
}

/** A test to run, or a file whose tests cannot. */
interface Task {
  readonly test: Omit<FoundTest, 'page' | 'tags' | 'mustFail'>;
  readonly repetition: number;
  readonly problem: string | null;
}

interface Result extends Omit<TestOutcome, 'passed' | 'uses' | 'covered'> {
  readonly status: TestStatus;
  /** Null: the test ended without telling what it used. */
  readonly trace: Pick<TestOutcome, 'uses' | 'covered'> | null;
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

/** What there is, and of what code. */
interface Looked {
  readonly found: ProjectTests;
  readonly checkout: FoundSuites;
  readonly code: TestCode | null;
}

/** One run: what there is to do, each result as it comes, and how it ended. */
class TestRunning {
  private passed = 0;
  private failed = 0;
  private hollow = 0;
  private readonly began = performance.now();
  private runId = 0;
  private codeHash: string | null = null;
  private code: TestCode | null = null;

  constructor(
    private readonly context: JobContext<TestRunData>,
    private readonly ports: TestRunPorts,
  ) {}

  async toEnd(): Promise<void> {
    const { context, ports } = this;
    this.runId = await ports.platform.store.read((db) => ports.runs.idOfJob(db, context.id));
    try {
      await this.run();
    } catch (error) {
      await this.endedEarly(error);
      throw error;
    }
  }

  private async run(): Promise<void> {
    const { context, ports } = this;
    const { projectId, request } = context.data;
    const place = await ports.environment.of(projectId);
    await context.progress(0, 'Looking for the tests');
    const git = gitState(place.root);
    const { found, checkout, code } = await this.look(place);
    this.code = code;
    const selected = await this.selected(found);
    const tasks = tasksOf(selected, request.repeat ?? 1);
    if (tasks.length === 0) throw new Error(nothingSelected(found, request));
    this.codeHash = place.code.all;
    const { commit, branch } = await git;
    await this.change({
      status: 'running',
      total_tests: tasks.length,
      started_at: this.now(),
      git_commit: commit,
      git_branch: branch,
      code_hash: this.codeHash,
      framework_version: place.frameworkVersion,
      python_version: place.pythonVersion,
    });
    await this.runAll(place, checkout, tasks);
    await this.end(this.failed === 0 ? 'completed' : 'failed');
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

  private async look(place: TestPlace): Promise<Looked> {
    const { environment } = this.ports;
    const { signal } = this.context;
    const worker = await environment.take(place, signal);
    try {
      // Only the framework knows the parts of an application.
      const code = place.problem === null ? await worker.code(signal) : null;
      const { applications, checkout } = await findTests(worker, place, signal);
      return { found: projectTestsOf(applications, checkout), checkout, code };
    } finally {
      await environment.give(place, worker);
    }
  }

  private async runAll(
    place: TestPlace,
    checkout: FoundSuites,
    tasks: readonly Task[],
  ): Promise<void> {
    const { context, ports } = this;
    const { request } = context.data;
    const done = await ports.platform.store.read((db) => ports.results.ofRun(db, this.runId));
    for (const { status, hollow } of done) this.count(status as TestStatus, hollow);
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
      open: () => ports.environment.take(place, context.signal),
      close: (worker) => ports.environment.give(place, worker),
      isOver: () => context.signal.aborted || (request.stop_on_fail === true && this.failed > 0),
      work: async (worker, task) => {
        await context.progress(ended / tasks.length, task.test.name);
        await this.started(task);
        await this.store(task, await this.outcome(worker, task));
        ended += 1;
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
    const { context, ports } = this;
    const { time_limit_seconds, stop_on_fail } = context.data.request;
    const { frameworkVersion } = place;
    const times = new Set(tasks.map(({ repetition }) => repetition));
    for (const time of times) {
      if (stop_on_fail === true && this.failed > 0) return;
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
          for (const task of taskOf(file)) await this.started(task);
        },
        onResult: async (file, result) => {
          for (const task of taskOf(file)) await this.store(task, { ...untraced, ...result });
        },
      });
    }
  }

  private async outcome(tests: TestBridge, { test, problem }: Task): Promise<Result> {
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
      const message = messageOf(error, seconds);
      const output = [await tests.printed(), ...error.stderr]
        .filter((one) => one !== '')
        .join('\n');
      return { ...none, status: 'error', ms: performance.now() - began, message, output };
    }
  }

  private async started({ test, problem }: Task): Promise<void> {
    const { platform, runs } = this.ports;
    if (problem !== null) return;
    const { projectId } = this.context.data;
    await platform.store.write(async (tx) => {
      await runs.write(tx, this.runId, { current_suite: test.suite });
      const { runId } = this;
      const testId = test.id;
      await platform.events.append(tx, { type: 'test_started', projectId, runId, testId });
    });
  }

  private async store({ test, repetition }: Task, result: Result): Promise<void> {
    const { platform, runs, results } = this.ports;
    const { log, data } = this.context;
    this.count(result.status, result.hollow);
    log(`${result.status.padEnd(6)}  ${test.file}: ${test.name}  (${Math.round(result.ms)} ms)`);
    if (result.status !== 'passed') log(`        ${result.message}`);
    if (data.request.verbose === true && result.output !== '') log(result.output.trimEnd());
    const row: NewTestResult = {
      test_run_id: this.runId,
      project_id: data.projectId,
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
      code_hash: this.codeHash,
      at: this.now(),
    };
    await platform.store.write(async (tx) => {
      await this.keepTrace(tx, test.id, result);
      await runs.write(tx, this.runId, this.counts());
      const id = await results.insert(tx, row);
      // Before anyone hears of the result and asks for them.
      await this.ports.requests.append(this.runId, id, result.requests);
    });
  }

  private async keepTrace(tx: Tx, testId: string, { trace }: Result): Promise<void> {
    const { traces } = this.ports;
    const { code } = this;
    const { projectId } = this.context.data;
    if (trace === null || code === null) return traces.forget(tx, projectId, testId);
    const { covered } = trace;
    const uses = usesOf(trace.uses, code);
    await traces.put(tx, projectId, { testId, everyones: code.all, uses, covered });
  }

  private count(status: TestStatus, hollow: string | null): void {
    if (status === 'passed') this.passed += 1;
    else this.failed += 1;
    if (hollow !== null) this.hollow += 1;
  }

  private counts() {
    const { passed: passed_tests, failed: failed_tests, hollow: hollow_tests } = this;
    return { passed_tests, failed_tests, hollow_tests };
  }

  /** A run that was cancelled or could not run says so; one that is handed over goes on. */
  private async endedEarly(error: unknown): Promise<void> {
    const { signal } = this.context;
    if (!signal.aborted) {
      await this.end('error', error instanceof Error ? error.message : String(error));
    } else if ((signal.reason as { reason?: unknown }).reason === 'cancelled') {
      await this.end('cancelled');
    }
  }

  private async end(status: string, error_message: string | null = null): Promise<void> {
    const { platform, runs, results, days } = this.ports;
    const duration_ms = performance.now() - this.began;
    await platform.store.write(async (tx) => {
      await runs.update(tx, this.runId, {
        ...{ ...this.counts(), status, error_message, duration_ms },
        ...{ completed_at: this.now(), current_suite: null },
      });
      // A run that was cut short says nothing about a day.
      if (status === 'completed' || status === 'failed') await days.add(tx, this.runId);
      await results.thin(tx, this.context.data.projectId);
      await runs.thin(tx, this.context.data.projectId);
    });
    const kept = await platform.store.read((db) => results.runs(db));
    await this.ports.requests.keep((id) => id >= this.runId || kept.has(id));
  }

  private async change(change: Parameters<TestRunRepository['update']>[2]): Promise<void> {
    const { platform, runs } = this.ports;
    await platform.store.write((tx) => runs.update(tx, this.runId, change));
  }

  private now(): string {
    return this.ports.platform.now().toISOString();
  }
}

/** What became of a test whose process did not answer. */
function messageOf(error: BridgeError, seconds: number): string {
  if (error.code === 'time-limit') return `It took longer than ${seconds} s and was ended.`;
  return error.code === 'ended' ? `Its process ended: ${error.message}` : error.message;
}

/** Runs tests in processes of their own; goes on where it was after the service changed hands. */
export function testRunJob(ports: TestRunPorts): JobHandler<TestRunData> {
  return {
    name: testRunJobName,
    resumable: true,
    run: (context) => new TestRunning(context, ports).toEnd(),
  };
}
