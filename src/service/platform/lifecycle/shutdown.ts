import type { Logger } from 'pino';
import { serviceExit } from '../../../protocol/serviceExit.js';
import type { Holds } from './holds.js';
import type { ServiceControl } from './serviceControl.js';

/** Why and how the service ended. */
export interface ServiceEnd {
  readonly code: number;
  readonly reason: string;
}

/** One thing to let go of; they run in order, and one that fails does not keep the others. */
export interface ShutdownStep {
  readonly name: string;
  run(leaving: 'draining' | 'stopping'): Promise<void> | void;
}

export interface ShutdownOptions {
  readonly log: Logger;
  readonly steps: readonly ShutdownStep[];
  /** Longest time for all steps together, in ms: then the process leaves as it is. */
  readonly limitMs: number;
  readonly holds: Holds;
}

/** The one way out: whoever asks first gives the reason, everyone waits for the same end. */
export class Shutdown implements ServiceControl {
  /** Resolves once everything is let go of. */
  readonly ended: Promise<ServiceEnd>;
  private resolve: (end: ServiceEnd) => void = () => undefined;
  private begun = false;

  constructor(private readonly options: ShutdownOptions) {
    this.ended = new Promise((resolve) => (this.resolve = resolve));
  }

  get draining(): boolean {
    return this.begun;
  }

  stop(reason: string): void {
    this.begin('stopping', { code: serviceExit.stopped, reason });
  }

  drain(successorVersion: string): void {
    this.begin('draining', {
      code: serviceExit.stopped,
      reason: `handing over to version ${successorVersion}`,
    });
  }

  hold(what: string): { dispose(): void } {
    return this.options.holds.take(what);
  }

  /** The store cannot go on. What is acknowledged is on the disk; a restart recovers. */
  fail(error: Error): void {
    this.options.log.fatal({ err: error }, 'the store cannot go on');
    this.begin('stopping', { code: serviceExit.storeFailed, reason: error.message });
  }

  /** A throw that nobody caught: what it left behind is unknown, so a fresh process goes on. */
  crash(error: Error, what = 'an error that nobody caught'): void {
    this.options.log.fatal({ err: error }, what);
    this.begin('stopping', { code: serviceExit.crashed, reason: error.message });
  }

  private begin(leaving: 'draining' | 'stopping', end: ServiceEnd): void {
    if (this.begun) return;
    this.begun = true;
    void this.run(leaving, end);
  }

  private async run(leaving: 'draining' | 'stopping', end: ServiceEnd): Promise<void> {
    let at = '';
    const steps = async (): Promise<'done'> => {
      for (const step of this.options.steps) {
        at = step.name;
        try {
          await step.run(leaving);
        } catch (error) {
          this.options.log.error({ err: error, step: step.name }, 'stopping went wrong');
        }
      }
      return 'done';
    };
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), this.options.limitMs);
    });
    const outcome = await Promise.race([steps(), limit]);
    clearTimeout(timer);
    if (outcome === 'late') {
      this.options.log.error({ step: at }, 'stopping took too long; leaving as it is');
    }
    const code = outcome === 'late' && end.code === 0 ? serviceExit.crashed : end.code;
    this.options.log.info({ reason: end.reason, code }, 'exit');
    this.resolve({ code, reason: end.reason });
  }
}
