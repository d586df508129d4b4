import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startSuiteProcess, type SuiteProcess } from '../../../framework/suiteProcess.js';
import { scratchPrefix } from '../testBridge.js';

/** What a runner runs with; processes of equal places can stand in for each other. */
export interface SuitePlace {
  readonly interpreter: string;
  readonly root: string;
  readonly frameworkVersion: string | null;
}

/** A process and a folder for what it writes. */
export interface SuiteWorker {
  readonly process: SuiteProcess;
  readonly scratch: string;
}

interface Waiting {
  readonly worker: SuiteWorker;
  readonly timer: NodeJS.Timeout;
}

const keptMs = 10 * 60_000;
const keyOf = ({ interpreter, root, frameworkVersion }: SuitePlace): string =>
  [interpreter, root, frameworkVersion].join('\0');

/**
 * A process runs the suites once, as the command line does. The next one waits for its run with everything
 * imported that the one before it had to import: that is half of the time.
 */
export class SuiteProcesses {
  private readonly waiting = new Map<string, Waiting>();
  private stopped = false;

  /** `script`: `suite_process.py` of the bridge. */
  constructor(private readonly script: string) {}

  /** The one that waits, or else a new one; goes to `remove` after its run. */
  async take(place: SuitePlace): Promise<SuiteWorker> {
    const found = this.waiting.get(keyOf(place));
    if (found === undefined) return this.open(place, []);
    this.waiting.delete(keyOf(place));
    clearTimeout(found.timer);
    if (found.worker.process.isAlive) return found.worker;
    await this.remove(found.worker);
    return this.open(place, []);
  }

  /** Lets a process wait for the next run. */
  async prepare(place: SuitePlace, modules: readonly string[]): Promise<void> {
    const key = keyOf(place);
    if (!this.mayWait(key)) return;
    const worker = await this.open(place, modules);
    if (!this.mayWait(key)) return this.remove(worker);
    const timer = setTimeout(() => void this.discard(key), keptMs);
    timer.unref();
    this.waiting.set(key, { worker, timer });
  }

  /** Ends a process and removes what it wrote. */
  async remove({ process, scratch }: SuiteWorker): Promise<void> {
    process.kill();
    await process.ended;
    await rm(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  }

  /** Ends every process that waits, and lets none wait any more. */
  async stop(): Promise<void> {
    this.stopped = true;
    await Promise.all([...this.waiting.keys()].map((key) => this.discard(key)));
  }

  private mayWait(key: string): boolean {
    return !this.stopped && !this.waiting.has(key);
  }

  private async open(
    { interpreter, root }: SuitePlace,
    modules: readonly string[],
  ): Promise<SuiteWorker> {
    const scratch = await mkdtemp(path.join(tmpdir(), scratchPrefix));
    const env = { ...process.env, TMPDIR: scratch, TEMP: scratch, TMP: scratch };
    const { script } = this;
    return { scratch, process: startSuiteProcess({ interpreter, script, root, env, modules }) };
  }

  private async discard(key: string): Promise<void> {
    const found = this.waiting.get(key);
    if (found === undefined) return;
    this.waiting.delete(key);
    clearTimeout(found.timer);
    await this.remove(found.worker);
  }
}
