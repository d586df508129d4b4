import { AppError } from '../problem.js';

/** The disk is full: the change was taken back, nothing was acknowledged, reads go on. */
export class StoreFullError extends AppError {
  constructor(location: string, options?: ErrorOptions) {
    super(
      'store-full',
      `The disk of ${location} is full: the change was not saved.`,
      'Free some space and try again. Everything saved before is safe.',
      options,
    );
  }
}

/** The store cannot be opened, or cannot go on. */
export class StoreUnavailableError extends AppError {
  constructor(detail: string, repair?: string, options?: ErrorOptions) {
    super('store-unavailable', detail, repair, options);
  }
}

/** A mistake in our code: `read` or `write` inside a running one would wait for itself. */
export class NestedUseError extends Error {
  override readonly name = 'NestedUseError';

  constructor(inner: string, outer: string) {
    super(
      `store.${inner} was called inside a running store.${outer}: it would wait for itself. ` +
        'Hand the transaction (or the Db) down as the first argument instead.',
    );
  }
}

/** Whether a statement failed because a unique constraint would be broken, on either engine. */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && error.code === '23505') return true;
  return error.message.startsWith('UNIQUE constraint failed');
}

/** Whether a statement failed because a row it points to is not there, on either engine. */
export function isForeignKeyViolation(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && error.code === '23503') return true;
  return error.message.startsWith('FOREIGN KEY constraint failed');
}
