import { BridgeError } from './bridgeError.js';
import { startProcess, type BridgeCommand, type BridgeProcess } from './bridgeProcess.js';

export interface BridgeOptions extends BridgeCommand {
  readonly log: (line: string) => void;
}

export interface CallOptions {
  /** How long the call itself may take once its turn has come; default 30 s. The process is killed then. */
  readonly timeoutMs?: number;
  /** Gives the call up. One that has begun goes on in the process, and its answer is dropped. */
  readonly signal?: AbortSignal;
}

/** One process of one role in one environment. Calls are answered one at a time, in order. */
export interface Bridge {
  /** @throws BridgeError; the signal's reason when it was aborted. */
  call<T>(method: string, params: object, options?: CallOptions): Promise<T>;
  /** The process ended without having been disposed; the next call starts another. */
  onDidExit(listener: (why: string) => void): { dispose(): void };
  /** Ends the process and rejects what waits. */
  dispose(): void;
}

interface Call {
  readonly id: number;
  readonly method: string;
  readonly line: string;
  readonly timeoutMs: number;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

const defaultTimeoutMs = 30_000;
/** The bridge reads lines of up to 16 MB; a UTF-16 unit takes at most three bytes. */
const longestLine = Math.floor((16 * 1024 * 1024) / 3);
const firstBackoffMs = 200;
const longestBackoffMs = 10_000;

/**
 * A bridge that starts its process at the first call and again after it ended. Failures in a row are
 * answered with growing pauses, so that a broken interpreter costs nothing.
 */
export function startBridge(options: BridgeOptions): Bridge {
  return new SupervisedBridge(options);
}

class SupervisedBridge implements Bridge {
  private readonly waiting: Call[] = [];
  private running: Call | null = null;
  private process: BridgeProcess | null = null;
  private limit: NodeJS.Timeout | undefined;
  private pause: NodeJS.Timeout | undefined;
  private answeredSinceStart = false;
  private failures = 0;
  private nextId = 1;
  private disposed = false;
  private readonly exitListeners = new Set<(why: string) => void>();

  constructor(private readonly options: BridgeOptions) {}

  call<T>(method: string, params: object, options: CallOptions = {}): Promise<T> {
    const { signal, timeoutMs = defaultTimeoutMs } = options;
    return new Promise<T>((resolve, reject) => {
      if (this.disposed) {
        reject(new BridgeError('disposed', `${method}: the Python bridge was closed.`));
        return;
      }
      if (signal?.aborted) {
        reject(reasonOf(signal));
        return;
      }
      const id = this.nextId++;
      const line = JSON.stringify({ id, method, params });
      if (line.length > longestLine) {
        reject(
          new BridgeError('too-long', `${method}: the text is too long for the Python bridge.`),
        );
        return;
      }
      const abort = () => {
        const at = this.waiting.indexOf(call);
        if (at >= 0) this.waiting.splice(at, 1);
        call.reject(signal ? reasonOf(signal) : new Error(`${method} was given up`));
      };
      const settled = () => signal?.removeEventListener('abort', abort);
      const call: Call = {
        id,
        method,
        timeoutMs,
        line,
        resolve: (result) => {
          settled();
          resolve(result as T);
        },
        reject: (error) => {
          settled();
          reject(error);
        },
      };
      signal?.addEventListener('abort', abort, { once: true });
      this.waiting.push(call);
      this.next();
    });
  }

  onDidExit(listener: (why: string) => void): { dispose(): void } {
    this.exitListeners.add(listener);
    return { dispose: () => void this.exitListeners.delete(listener) };
  }

  dispose(): void {
    if (this.disposed) return;
    this.disposed = true;
    clearTimeout(this.pause);
    clearTimeout(this.limit);
    this.process?.kill();
    this.rejectAll(
      (call) => new BridgeError('disposed', `${call.method}: the Python bridge was closed.`),
    );
    this.exitListeners.clear();
  }

  /** Gives the process the next call, when it is free; starts it when there is none. */
  private next(): void {
    if (this.disposed || this.running || this.pause !== undefined) return;
    const call = this.waiting.shift();
    if (!call) return;
    this.process ??= this.start();
    this.running = call;
    this.limit = setTimeout(() => this.exceeded(call), call.timeoutMs);
    this.process.send(call.line);
  }

  private start(): BridgeProcess {
    this.answeredSinceStart = false;
    const process: BridgeProcess = startProcess(this.options, {
      onLine: (line) => this.answered(line),
      onEnd: (why) => {
        if (this.process === process) this.ended(process, why);
      },
      log: this.options.log,
    });
    return process;
  }

  private answered(line: string): void {
    const answer = readAnswer(line);
    const call = this.running;
    if (!answer || !call || answer.id !== call.id) {
      // Nobody asked for this: the two sides no longer agree on where they are.
      this.options.log(`unexpected answer: ${line.slice(0, 200)}`);
      this.process?.kill();
      return;
    }
    this.answeredSinceStart = true;
    this.failures = 0;
    this.running = null;
    clearTimeout(this.limit);
    if (answer.error) call.reject(new BridgeError(answer.error.code, answer.error.message));
    else call.resolve(answer.result);
    this.next();
  }

  private exceeded(call: Call): void {
    const process = this.process;
    this.options.log(`${call.method} was stopped after ${call.timeoutMs} ms`);
    call.reject(
      new BridgeError(
        'time-limit',
        `${call.method} took longer than ${call.timeoutMs} ms and was stopped.`,
        [...(process?.stderr ?? [])],
      ),
    );
    process?.kill();
  }

  private ended(process: BridgeProcess, why: string): void {
    this.process = null;
    clearTimeout(this.limit);
    if (this.disposed) return;
    const stderr = [...process.stderr];
    const failure = (call: Call) => {
      const last = stderr.at(-1);
      const code = process.pid === undefined ? 'cannot-start' : 'ended';
      const text = `${call.method}: the Python bridge ${why}${last ? ` (${last.trim()})` : ''}.`;
      return new BridgeError(code, text, stderr, why);
    };
    const running = this.running;
    this.running = null;
    running?.reject(failure(running));
    // A process that never answered will not answer the others either.
    if (!this.answeredSinceStart) this.rejectAll(failure);
    this.options.log(`the Python bridge ${why}`);
    const backoff = Math.min(firstBackoffMs * 2 ** this.failures, longestBackoffMs);
    this.failures += 1;
    this.pause = setTimeout(() => {
      this.pause = undefined;
      this.next();
    }, backoff);
    for (const listener of this.exitListeners) listener(why);
  }

  private rejectAll(failure: (call: Call) => Error): void {
    const calls = [...(this.running ? [this.running] : []), ...this.waiting.splice(0)];
    this.running = null;
    for (const call of calls) call.reject(failure(call));
  }
}

function reasonOf(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new Error('The call was given up.');
}

interface Answer {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: { readonly code: string; readonly message: string };
}

function readAnswer(line: string): Answer | null {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null || !('id' in value)) return null;
    return typeof value.id === 'number' ? (value as Answer) : null;
  } catch {
    return null;
  }
}
