import type { Problem, ProblemCode } from '../protocol/problems.js';

/** What the service answered instead of what was asked: its problem document, thrown. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly detail: string;
  readonly repair: string | undefined;

  constructor(readonly problem: Problem) {
    super(problem.detail);
    this.code = problem.code;
    this.detail = problem.detail;
    this.repair = problem.repair;
  }
}

/** What openapi-fetch resolves to, as far as it matters here. */
interface Answer<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * The answer's data. @throws ProblemError with the service's problem document, Error for an answer
 * that is neither.
 */
export async function dataOf<Data>(pending: Promise<Answer<Data>>): Promise<Data> {
  const { data, error, response } = await pending;
  if (response.ok) return data as Data;
  if (isProblem(error)) throw new ProblemError(error);
  throw new Error(`The service answered ${response.status} without saying why.`);
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && 'detail' in value;
}
