import { rm } from 'node:fs/promises';
import { startBridge, type Bridge } from '../../framework/bridge.js';
import { BridgeError } from '../../framework/bridgeError.js';
import { makeScratchFolder } from './scratchFolder.js';

export interface PreviewBridgeOptions {
  readonly interpreter: string;
  /** `__main__.py` of the bridge. */
  readonly script: string;
  /** The project's folder. */
  readonly root: string;
  /** What the application finds in its environment. */
  readonly environment: NodeJS.ProcessEnv;
  readonly log: (line: string) => void;
  /** A page that takes longer is ended, and named. */
  readonly limitMs: number;
}

/** What is asked of the world of a preview; `runTest` has one of its own. */
export type PreviewMethod = 'render' | 'asset' | 'form' | 'send' | 'call' | 'runTest';

/** Codes of errors after which the process is of no use. */
const gone: readonly string[] = ['outdated', 'cannot-start', 'ended', 'time-limit', 'disposed'];

/** Questions that change nothing: a process that was lost meanwhile is replaced, once, and asked again. */
const repeatable: readonly PreviewMethod[] = ['render', 'asset', 'form'];

/** The application's server of one project, in a process and a temporary folder of its own. */
export class PreviewBridge {
  private bridge: Bridge | null = null;

  private constructor(
    private readonly options: PreviewBridgeOptions,
    private readonly scratch: string,
  ) {}

  static async open(options: PreviewBridgeOptions): Promise<PreviewBridge> {
    return new PreviewBridge(options, await makeScratchFolder());
  }

  /** @throws BridgeError */
  async call<T>(method: PreviewMethod, params: object): Promise<T> {
    const { root, limitMs: timeoutMs } = this.options;
    this.bridge ??= this.start();
    try {
      return await this.bridge.call<T>(method, { root, ...params }, { timeoutMs });
    } catch (error) {
      if (!(error instanceof BridgeError) || !gone.includes(error.code)) throw error;
      this.end();
      // Python keeps the modules it loaded: what changed is seen by a new process alone.
      const isWorthAnother =
        error.code === 'outdated' || (error.code === 'ended' && repeatable.includes(method));
      if (!isWorthAnother) throw error;
      this.bridge = this.start();
      return this.bridge.call<T>(method, { root, ...params }, { timeoutMs });
    }
  }

  /** Ends the process with all it started and removes what it left. */
  async close(): Promise<void> {
    this.end();
    await rm(this.scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  }

  private start(): Bridge {
    const { interpreter, script, root, environment, log } = this.options;
    const { scratch } = this;
    const env = { ...environment, TMPDIR: scratch, TEMP: scratch, TMP: scratch };
    return startBridge({ interpreter, script, cwd: root, ownGroup: true, env, log });
  }

  private end(): void {
    this.bridge?.dispose();
    this.bridge = null;
  }
}
