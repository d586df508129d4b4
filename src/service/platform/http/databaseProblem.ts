import { AppError } from '../problem.js';
import { isForeignKeyViolation, isUniqueViolation } from '../store/storeErrors.js';

/** SQLSTATE class 22: a value the column cannot hold, such as a NUL in a text or a too large number. */
const isUnstorable = (error: Error): boolean =>
  'code' in error && typeof error.code === 'string' && /^22\w{3}$/.test(error.code);

/** Whether a broken constraint is on a name: SQLite names the column, PostgreSQL the constraint. */
function isOnName(error: Error): boolean {
  const constraint = 'constraint' in error ? String(error.constraint) : '';
  return /\.name\b|_name(_|$)/.test(`${error.message} ${constraint}`);
}

/** What an error of either database engine means for the caller; null when it means nothing to him. */
export function databaseProblem(error: Error): AppError | null {
  const options = { cause: error };
  if (isUniqueViolation(error)) {
    return isOnName(error)
      ? new AppError('name-taken', 'This name is taken.', 'Choose another name.', options)
      : new AppError('conflict', 'Such a thing is there already.', undefined, options);
  }
  if (isForeignKeyViolation(error)) {
    const detail = 'Something this depends on is not there, or something still depends on it.';
    return new AppError('conflict', detail, undefined, options);
  }
  if (isUnstorable(error)) {
    const detail = 'The request contains a value that cannot be stored.';
    return new AppError('invalid-request', detail, undefined, options);
  }
  return null;
}
