/** An open stream, of events or of a job's log, over SSE or a WebSocket. */
export interface OpenStream {
  /** Says goodbye and closes. */
  end(reason: string): void;
}

/** All open streams: what idle exit counts and what a shutdown has to say goodbye to. */
export class StreamRegistry {
  private readonly streams = new Set<OpenStream>();
  private readonly listeners = new Set<() => void>();

  get count(): number {
    return this.streams.size;
  }

  /** Counts the stream in until the answer is disposed. */
  add(stream: OpenStream): { dispose(): void } {
    this.streams.add(stream);
    this.changed();
    return {
      dispose: () => {
        if (this.streams.delete(stream)) this.changed();
      },
    };
  }

  onDidChange(listener: () => void): { dispose(): void } {
    this.listeners.add(listener);
    return { dispose: () => void this.listeners.delete(listener) };
  }

  /** Sends `bye` with the reason to every reader and closes. */
  endAll(reason: string): void {
    for (const stream of [...this.streams]) stream.end(reason);
  }

  private changed(): void {
    for (const listener of [...this.listeners]) listener();
  }
}
