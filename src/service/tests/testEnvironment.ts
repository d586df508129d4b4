import { access } from 'node:fs/promises';
import path from 'node:path';
import { BridgeError } from '../../framework/bridgeError.js';
import { AppError } from '../platform/problem.js';
import { existingFolder } from '../projects/projectFolders.js';
import type { ProjectService } from '../projects/projectService.js';
import type { RunVariables } from '../running/runVariables.js';
import { CodeFingerprints, type CodeFingerprint } from './codeFingerprint.js';
import { lookAtTests, type Looked } from './lookAtTests.js';
import { whyNoAnswer } from './lostProcess.js';
import { SuiteProcesses } from './suites/suiteProcesses.js';
import { TestBridge } from './testBridge.js';
import { TestWorkers } from './testWorkers.js';

/** Where the tests of a project lie and what runs them. */
export interface TestPlace {
  readonly root: string;
  readonly interpreter: string;
  readonly frameworkVersion: string | null;
  readonly pythonVersion: string | null;
  readonly code: CodeFingerprint;
  /** The environment, with where the application finds its databases. */
  readonly variables: NodeJS.ProcessEnv;
  /** Why the installed framework cannot run tests of an application, null when it can. */
  readonly problem: string | null;
}

const runnerName = 'test_runner.py';

/** How many processes run the tests of one run, unless asked otherwise. */
export const usualWorkers = 2;

/** The interpreter and the folder that tests of a project run with, and the processes they run in. */
export class TestEnvironment {
  private readonly workers = new TestWorkers(usualWorkers);
  private readonly fingerprints = new CodeFingerprints();
  /** What runs the suites of a checkout. */
  readonly suites: SuiteProcesses;

  constructor(
    private readonly projects: ProjectService,
    /** `__main__.py` of the bridge. */
    private readonly bridgeScript: string,
    private readonly variables: Pick<RunVariables, 'of'>,
    private readonly log: (line: string) => void,
  ) {
    this.suites = new SuiteProcesses(path.join(path.dirname(bridgeScript), 'suite_process.py'));
  }

  /** @throws AppError when there is no folder, no Python or no framework, saying what mends it. */
  async of(projectId: number): Promise<TestPlace> {
    const row = await this.projects.row(projectId);
    if (row.root_path === null) {
      const detail = `The project “${row.name}” has no folder to find tests in.`;
      throw new AppError('folder-missing', detail, 'Link the project to its folder first.');
    }
    const [{ path: root }, framework, variables] = await Promise.all([
      existingFolder(row.root_path),
      this.projects.framework(row),
      this.variables.of(projectId),
    ]);
    const code = await this.fingerprints.of(root);
    const { interpreter, version, pythonVersion, problem } = framework;
    // A checkout may bring its own framework: its runner says what it needs.
    const suffices = problem === null || (await isThere(path.join(root, runnerName)));
    if (interpreter === null || !suffices) {
      // A problem that is known says itself what mends it.
      if (problem !== null) throw new AppError('framework-missing', problem);
      const detail = 'No Python was found that could run the tests.';
      throw new AppError('framework-missing', detail, 'Install quantum-framework for the project.');
    }
    const python = { interpreter, frameworkVersion: version, pythonVersion, problem };
    return { root, ...python, code, variables };
  }

  /** A worker for tests of this place, warm when one is there; goes back by `give`. @throws BridgeError */
  async take(place: TestPlace, signal?: AbortSignal): Promise<TestBridge> {
    // Without the framework nothing of an application is ever loaded.
    const prepare = (worker: TestBridge): Promise<void> =>
      place.problem === null ? worker.fresh(signal) : Promise.resolve();
    return (await this.open(place, prepare)).worker;
  }

  /** As `take`, with what there is to run. @throws BridgeError */
  async look(place: TestPlace, signal?: AbortSignal): Promise<Looked & { worker: TestBridge }> {
    const opened = await this.open(place, (worker) => lookAtTests(worker, place, signal));
    return { ...opened.answer, worker: opened.worker };
  }

  private async open<T>(
    place: TestPlace,
    prepare: (worker: TestBridge) => Promise<T>,
  ): Promise<{ readonly worker: TestBridge; readonly answer: T }> {
    const { root, interpreter, variables } = place;
    const { bridgeScript: script, log } = this;
    const key = keyOf(place);
    await this.workers.outdate(`${root}\0`, key);
    const worker = await this.workers.take(key, () =>
      TestBridge.open({ root, interpreter, script, variables, log }),
    );
    try {
      return { worker, answer: await answerOf(worker, prepare) };
    } catch (error) {
      await worker.close();
      throw error;
    }
  }

  give(place: TestPlace, worker: TestBridge): Promise<void> {
    return this.workers.give(keyOf(place), worker);
  }

  /** Asks a worker of the project. @throws AppError */
  async ask<T>(
    projectId: number,
    question: (worker: TestBridge, place: TestPlace) => Promise<T>,
  ): Promise<T> {
    return this.answered(projectId, async (place) => {
      const worker = await this.take(place);
      try {
        return await question(worker, place);
      } finally {
        await this.give(place, worker);
      }
    });
  }

  /** What there is to run of the project, and where it lies. @throws AppError */
  askLook(projectId: number): Promise<Looked & { readonly root: string }> {
    return this.answered(projectId, async (place) => {
      const { worker, ...looked } = await this.look(place);
      await this.give(place, worker);
      return { ...looked, root: place.root };
    });
  }

  private async answered<T>(projectId: number, ask: (place: TestPlace) => Promise<T>): Promise<T> {
    const place = await this.of(projectId);
    try {
      return await ask(place);
    } catch (error) {
      if (error instanceof BridgeError) throw new AppError('framework-failed', whyNoAnswer(error));
      throw error;
    }
  }

  /** Ends every process. */
  async stop(): Promise<void> {
    await Promise.all([this.workers.stop(), this.suites.stop()]);
  }
}

const keyOf = ({ root, interpreter, code, variables }: TestPlace): string =>
  [root, interpreter, code.python, JSON.stringify(variables)].join('\0');

/** One that was lost while it waited is not what anyone asked for: the next process begins in its place. */
async function answerOf<T>(
  worker: TestBridge,
  ask: (worker: TestBridge) => Promise<T>,
): Promise<T> {
  try {
    return await ask(worker);
  } catch (error) {
    if (error instanceof BridgeError && error.code === 'ended') return ask(worker);
    throw error;
  }
}

function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
