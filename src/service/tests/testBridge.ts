import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startBridge, type Bridge } from '../../framework/bridge.js';
import { BridgeError } from '../../framework/bridgeError.js';
import type {
  Coverable,
  LookedAt,
  Probed,
  ProbedPage,
  TestCode,
  TestOutcome,
  TriedResult,
  TriedTest,
} from '../../framework/bridgeMessages.js';

export interface TestBridgeOptions {
  readonly interpreter: string;
  /** `__main__.py` of the bridge. */
  readonly script: string;
  /** The project's folder. */
  readonly root: string;
  /** The environment, with where its application finds its databases. */
  readonly variables: NodeJS.ProcessEnv;
  readonly log: (line: string) => void;
}

const findWithinMs = 60_000;
/** With the service's process id: what one that was killed left is found by it. */
export const scratchPrefix = `quantum-admin-tests-${process.pid}-`;
/** Codes of errors after which there is no process any more. */
const lost: readonly string[] = ['cannot-start', 'ended', 'time-limit', 'disposed'];

/** The framework's tests of one project, in a process of their own; a lost process is replaced. */
export class TestBridge {
  private bridge: Bridge | null = null;

  private constructor(
    private readonly options: TestBridgeOptions,
    private readonly scratch: string,
  ) {}

  static async open(options: TestBridgeOptions): Promise<TestBridge> {
    return new TestBridge(options, await mkdtemp(path.join(tmpdir(), scratchPrefix)));
  }

  /** Whether its process lives, with all it has loaded. */
  get isWarm(): boolean {
    return this.bridge !== null;
  }

  /** The process forgets the application's own modules, as if it had just started. @throws BridgeError */
  async fresh(signal?: AbortSignal): Promise<void> {
    await this.call('freshTests', {}, findWithinMs, signal);
  }

  /** The application's code in parts. @throws BridgeError */
  code(signal?: AbortSignal): Promise<TestCode> {
    return this.call('testCode', {}, findWithinMs, signal);
  }

  /** What of its pages can run. @throws BridgeError */
  coverable(): Promise<Coverable> {
    return this.call('coverable', {}, findWithinMs);
  }

  /** As `fresh`, and tells what there is. @throws BridgeError */
  look(application: boolean, signal?: AbortSignal): Promise<LookedAt> {
    return this.call('lookAtTests', { application }, findWithinMs, signal);
  }

  /** @throws BridgeError: the process ended or was ended, and the next call has a new one. */
  async run(
    test: { readonly file: string; readonly name: string },
    timeoutMs: number,
    signal: AbortSignal,
  ): Promise<TestOutcome> {
    // After one was lost: the limit is the test's, not that of a Python that starts.
    if (!this.isWarm) await this.fresh(signal);
    return this.call('runTest', { ...test, printed: this.printedFile }, timeoutMs, signal);
  }

  /** What the test had printed that took its process down, or was ended with it; told once. */
  async printed(): Promise<string> {
    const text = await readFile(this.printedFile, 'utf8').catch(() => '');
    await rm(this.printedFile, { force: true });
    return text;
  }

  private get printedFile(): string {
    return path.join(this.scratch, 'printed.txt');
  }

  /** What a page does as it stands and with other texts in its place. @throws BridgeError */
  probe(page: ProbedPage): Promise<Probed> {
    return this.call('probe', page, findWithinMs);
  }

  /** What becomes of a test that is not written yet. @throws BridgeError */
  tryTest(test: TriedTest): Promise<{ readonly results: readonly TriedResult[] }> {
    return this.call('tryTest', test, findWithinMs);
  }

  /** Ends the process with all it started and removes what it left. */
  async close(): Promise<void> {
    this.end();
    await rm(this.scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  }

  /** Asks the project's bridge. @throws BridgeError; the signal's reason when it was aborted */
  async call<T>(
    method: string,
    params: object,
    timeoutMs: number,
    signal?: AbortSignal,
  ): Promise<T> {
    const { root } = this.options;
    this.bridge ??= this.start();
    const options = { timeoutMs, ...(signal ? { signal } : {}) };
    try {
      return await this.bridge.call<T>(method, { root, ...params }, options);
    } catch (error) {
      // A process that was lost is not waited for: the next test has nothing to do with it.
      if (!(error instanceof BridgeError) || lost.includes(error.code)) this.end();
      throw error;
    }
  }

  private start(): Bridge {
    const { interpreter, script, root, variables, log } = this.options;
    const { scratch } = this;
    const env = { ...variables, TMPDIR: scratch, TEMP: scratch, TMP: scratch };
    return startBridge({ interpreter, script, cwd: root, ownGroup: true, env, log });
  }

  private end(): void {
    this.bridge?.dispose();
    this.bridge = null;
  }
}

/** Removes the scratch folders of processes that are gone. */
export async function removeLeftScratch(): Promise<void> {
  const names = await readdir(tmpdir()).catch(() => []);
  const left = names.filter((name) => {
    const pid = /^quantum-admin-tests-(\d+)-/.exec(name)?.[1];
    return pid !== undefined && !isRunning(Number(pid));
  });
  await Promise.all(
    left.map((name) => rm(path.join(tmpdir(), name), { recursive: true, force: true })),
  );
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of someone else answers that it is not ours to ask.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
