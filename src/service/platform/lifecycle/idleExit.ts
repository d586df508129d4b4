export interface IdleExitOptions {
  /** How long nothing may keep the service before it leaves, in ms. */
  readonly idleMs: number;
  /** Streams, jobs and holds at this moment. */
  busyWith(): number;
  /** Calls back whenever that may have changed. */
  readonly changes: readonly ((listener: () => void) => { dispose(): void })[];
  readonly onIdle: () => void;
}

/** Leaves after a time without anything to stay for. Requests do not count: a reader of events does. */
export class IdleExit {
  private timer: NodeJS.Timeout | null = null;
  private readonly subscriptions: { dispose(): void }[];

  constructor(private readonly options: IdleExitOptions) {
    const look = (): void => this.look();
    this.subscriptions = options.changes.map((subscribe) => subscribe(look));
    this.look();
  }

  dispose(): void {
    this.disarm();
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private look(): void {
    if (this.options.busyWith() > 0) this.disarm();
    else this.timer ??= setTimeout(() => this.expire(), this.options.idleMs);
  }

  private expire(): void {
    this.timer = null;
    // A change nobody told of: wait once more.
    if (this.options.busyWith() > 0)
      this.timer = setTimeout(() => this.expire(), this.options.idleMs);
    else this.options.onIdle();
  }

  private disarm(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }
}
