import { problemCodes, type ProblemCode } from '../../protocol/problems.js';

/** An error a person can act on. Becomes an RFC 9457 document at the edge; anything else is a 500. */
export class AppError extends Error {
  override readonly name = 'AppError';

  constructor(
    readonly code: ProblemCode,
    /** What happened, one sentence for a person. */
    readonly detail: string,
    /** What to do about it. */
    readonly repair?: string,
    options?: ErrorOptions,
  ) {
    super(detail, options);
  }

  get status(): number {
    return problemCodes[this.code].status;
  }
}

/**
 * Whether someone threw an AppError. Chunks are bundled with a copy of this class each, so `instanceof`
 * misses those of a store's engine.
 */
export function isAppError(thrown: unknown): thrown is AppError {
  return thrown instanceof Error && thrown.name === 'AppError' && 'code' in thrown;
}
