/** A feature's hand on the life of its own process. Nothing here waits; a second stop changes nothing. */
export interface ServiceControl {
  /** True from the first moment of a stop or a hand-over: new writes are refused. */
  readonly draining: boolean;
  stop(reason: string): void;
  /** Hands over to a newer version: jobs end at a checkpoint, then the process leaves. */
  drain(successorVersion: string): void;
  /**
   * Keeps the service from leaving idle until disposed, for what is neither a stream nor a job: a
   * supervised child, an enabled listener, a schedule.
   */
  hold(what: string): { dispose(): void };
}

/** For an app without a process of its own: the OpenAPI generator, tests by injection. */
export function detachedControl(isDraining: () => boolean = () => false): ServiceControl {
  return {
    get draining() {
      return isDraining();
    },
    stop: () => undefined,
    drain: () => undefined,
    hold: () => ({ dispose: () => undefined }),
  };
}
