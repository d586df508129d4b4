import { startBridge, type Bridge, type CallOptions } from '../framework/bridge.js';
import type { CheckResult, ParseParams, ParseResult } from '../framework/bridgeMessages.js';
import type { SearchOptions } from '../framework/candidates.js';
import type { Installation } from '../framework/installation.js';

export interface ApplicationDeps {
  /** `__main__.py` of the bridge. */
  readonly bridgeScript: string;
  readonly findInstallation: (options: SearchOptions) => Promise<Installation>;
  readonly log: (line: string) => void;
}

/** A judge cannot be asked; `message` is one sentence for a person. */
export class JudgeUnavailable extends Error {
  override readonly name = 'JudgeUnavailable';
}

const parseLimitMs = 5000;
const checkLimitMs = 60_000;
/** A missing framework may be installed at any moment: look again, but not at every key. */
const lookAgainMs = 3000;
/** The checker's process is only worth its memory while somebody saves. */
const checkerIdleMs = 120_000;

/** One application's framework: a judge of documents, and a checker of the project. */
export class Application {
  private found: Promise<Installation> | null = null;
  private lookAgainAt = 0;
  private readonly bridges = new Map<'judge' | 'checker', Bridge>();
  private idle: NodeJS.Timeout | undefined;
  private disposed = false;

  constructor(
    readonly root: string,
    private readonly search: SearchOptions,
    private readonly deps: ApplicationDeps,
  ) {}

  /** What was found, looked up at first use and again while something is missing. */
  async installation(): Promise<Installation> {
    if (!this.found || (this.lookAgainAt > 0 && Date.now() > this.lookAgainAt)) {
      this.lookAgainAt = 0;
      this.found = this.deps.findInstallation(this.search);
    }
    const installation = await this.found;
    if (installation.problem !== null && this.lookAgainAt === 0) {
      this.lookAgainAt = Date.now() + lookAgainMs;
    }
    return installation;
  }

  /** The framework's verdict on `text`. @throws JudgeUnavailable, BridgeError */
  async parse(path: string | null, text: string, signal: AbortSignal): Promise<ParseResult> {
    return this.ask(path === null ? { text } : { path, text }, { signal });
  }

  /** The same, with what the framework made of `text`. @throws JudgeUnavailable, BridgeError */
  async tree(path: string | null, text: string): Promise<ParseResult> {
    return this.ask({ text, tree: true, ...(path === null ? {} : { path }) }, {});
  }

  private async ask(params: ParseParams, options: CallOptions): Promise<ParseResult> {
    const bridge = await this.bridge('judge');
    return bridge.call<ParseResult>('parse', params, { timeoutMs: parseLimitMs, ...options });
  }

  /** The framework's check of the saved project. @throws JudgeUnavailable, BridgeError */
  async check(signal: AbortSignal): Promise<CheckResult> {
    const bridge = await this.bridge('checker');
    clearTimeout(this.idle);
    try {
      const options = { timeoutMs: checkLimitMs, signal };
      return await bridge.call<CheckResult>('check', { root: this.root }, options);
    } finally {
      if (!this.disposed) this.idle = setTimeout(() => this.end('checker'), checkerIdleMs);
    }
  }

  dispose(): void {
    this.disposed = true;
    clearTimeout(this.idle);
    this.end('judge');
    this.end('checker');
  }

  private async bridge(role: 'judge' | 'checker'): Promise<Bridge> {
    const { interpreter, problem } = await this.installation();
    if (this.disposed) throw new JudgeUnavailable('The application was closed.');
    if (!interpreter || problem !== null)
      throw new JudgeUnavailable(problem ?? 'No Python was found.');
    const known = this.bridges.get(role);
    if (known) return known;
    const bridge = startBridge({
      interpreter: interpreter.path,
      cwd: this.root,
      script: this.deps.bridgeScript,
      log: (line) => this.deps.log(`${role}: ${line}`),
    });
    this.bridges.set(role, bridge);
    return bridge;
  }

  private end(role: 'judge' | 'checker'): void {
    this.bridges.get(role)?.dispose();
    this.bridges.delete(role);
  }
}
