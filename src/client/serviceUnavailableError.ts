/** The service cannot be reached; the message says why, for a person. */
export class ServiceUnavailableError extends Error {
  override readonly name = 'ServiceUnavailableError';

  constructor(
    message: string,
    /** What to do about it. */
    readonly repair?: string,
    /** The last lines of the service's log. */
    readonly logTail: readonly string[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
