import type { ContextKeys, SetContext } from '../platform/contextKeys.js';

/** A step of the walkthrough, by the id it has in the manifest. */
export type Step = keyof ContextKeys extends infer Key
  ? Key extends `quantum.done.${infer Name}`
    ? Name
    : never
  : never;

/** Where the steps that were done are kept over windows and sessions. */
export interface StepMemory {
  get(): readonly string[];
  keep(steps: readonly string[]): void;
}

/**
 * What of the walkthrough was done, also long before it is opened. VS Code ticks a step at the moment its
 * key becomes true and never for a key that is true already when it reads the walkthrough, so a key is
 * true for a moment only, whenever there is something to tell.
 */
export class DoneSteps {
  constructor(
    private readonly memory: StepMemory,
    private readonly setContext: SetContext,
  ) {}

  done(step: Step): void {
    const known = this.memory.get();
    if (known.includes(step)) return;
    this.memory.keep([...known, step]);
    this.pulse(step);
  }

  /** Tells all of them anew: the walkthrough may have been opened just now. */
  tell(): void {
    for (const step of this.memory.get()) this.pulse(step);
  }

  private pulse(step: string): void {
    const key = `quantum.done.${step}` as `quantum.done.${Step}`;
    this.setContext(key, true);
    this.setContext(key, false);
  }
}
