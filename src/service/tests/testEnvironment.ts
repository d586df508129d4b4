import { access } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../platform/problem.js';
import { existingFolder } from '../projects/projectFolders.js';
import type { ProjectService } from '../projects/projectService.js';
import { codeFingerprint, type CodeFingerprint } from './codeFingerprint.js';
import { TestBridge } from './testBridge.js';
import { TestWorkers } from './testWorkers.js';

/** Where the tests of a project lie and what runs them. */
export interface TestPlace {
  readonly root: string;
  readonly interpreter: string;
  readonly frameworkVersion: string | null;
  readonly pythonVersion: string | null;
  readonly code: CodeFingerprint;
  /** Why the installed framework cannot run tests of an application, null when it can. */
  readonly problem: string | null;
}

const runnerName = 'test_runner.py';

/** How many processes run the tests of one run, unless asked otherwise. */
export const usualWorkers = 2;

/** The interpreter and the folder that tests of a project run with, and the processes they run in. */
export class TestEnvironment {
  private readonly workers = new TestWorkers(usualWorkers);

  constructor(
    private readonly projects: ProjectService,
    /** `__main__.py` of the bridge. */
    private readonly bridgeScript: string,
    private readonly log: (line: string) => void,
  ) {}

  /** What runs the suites of a checkout. */
  get suiteScript(): string {
    return path.join(path.dirname(this.bridgeScript), 'suite_process.py');
  }

  /** @throws AppError when there is no folder, no Python or no framework, saying what mends it. */
  async of(projectId: number): Promise<TestPlace> {
    const row = await this.projects.row(projectId);
    if (row.root_path === null) {
      const detail = `The project “${row.name}” has no folder to find tests in.`;
      throw new AppError('folder-missing', detail, 'Link the project to its folder first.');
    }
    const root = (await existingFolder(row.root_path)).path;
    const { interpreter, version, pythonVersion, problem } = await this.projects.framework(row);
    // A checkout may bring its own framework: its runner says what it needs.
    const suffices = problem === null || (await isThere(path.join(root, runnerName)));
    if (interpreter === null || !suffices) {
      const detail = problem ?? 'No Python was found that could run the tests.';
      throw new AppError('framework-missing', detail, 'Install quantum-framework for the project.');
    }
    const code = await codeFingerprint(root);
    return { root, interpreter, frameworkVersion: version, pythonVersion, problem, code };
  }

  /** A worker for tests of this place, warm when one is there; goes back by `give`. @throws BridgeError */
  async take(place: TestPlace, signal?: AbortSignal): Promise<TestBridge> {
    const { root, interpreter } = place;
    const { bridgeScript: script, log } = this;
    const key = keyOf(place);
    await this.workers.outdate(`${root}\0`, key);
    const open = (): Promise<TestBridge> => TestBridge.open({ root, interpreter, script, log });
    const worker = await this.workers.take(key, open);
    try {
      // Without the framework nothing of an application is ever loaded.
      if (place.problem === null) await worker.fresh(signal);
      return worker;
    } catch (error) {
      await worker.close();
      throw error;
    }
  }

  give(place: TestPlace, worker: TestBridge): Promise<void> {
    return this.workers.give(keyOf(place), worker);
  }

  /** Ends every process. */
  stop(): Promise<void> {
    return this.workers.stop();
  }
}

const keyOf = ({ root, interpreter, code }: TestPlace): string =>
  [root, interpreter, code.python].join('\0');

function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
