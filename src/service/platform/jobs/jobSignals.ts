/** Tells who follows a job that there is something new: lines, or its end. */
export class JobSignals {
  private readonly listeners = new Map<number, Set<() => void>>();

  emit(id: number): void {
    for (const listener of [...(this.listeners.get(id) ?? [])]) listener();
  }

  on(id: number, listener: () => void): { dispose(): void } {
    const ofJob = this.listeners.get(id) ?? new Set();
    this.listeners.set(id, ofJob.add(listener));
    return {
      dispose: () => {
        ofJob.delete(listener);
        if (ofJob.size === 0) this.listeners.delete(id);
      },
    };
  }
}
