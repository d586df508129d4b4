/** A newer service runs and its API does not fit this client: only a newer client helps. */
export class ReloadNeededError extends Error {
  override readonly name = 'ReloadNeededError';

  constructor(readonly serviceVersion: string) {
    super(
      `Quantum Admin ${serviceVersion} is running and needs a newer extension than this window has.`,
    );
  }
}
