import type { FastifyError } from 'fastify';
import { problemCodes, type Problem, type ProblemCode } from '../../../protocol/problems.js';
import { AppError, isAppError } from '../problem.js';
import { databaseProblem } from './databaseProblem.js';
import { validationSentence } from './validationSentence.js';

const internal = new AppError(
  'internal-error',
  'Something broke in the service.',
  'See the service’s log: run `quantum-admin logs`.',
);

/** Fastify's own refusals, by its error codes; every other 4xx of it is an invalid request. */
const refusals: Partial<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
};

function fastifyProblem(error: FastifyError): AppError | null {
  if (error.validation) {
    const sentence = validationSentence(error.validation, error.validationContext ?? '');
    return new AppError('invalid-request', sentence, undefined, { cause: error });
  }
  const code = refusals[error.code];
  if (code) return new AppError(code, `${problemCodes[code].title}.`, undefined, { cause: error });
  const status = error.statusCode ?? 500;
  if (status < 400 || status >= 500) return null;
  return new AppError('invalid-request', 'The request could not be read.', undefined, {
    cause: error,
  });
}

/** Any thrown thing as an error of the API. What nobody foresaw is a 500 that tells nothing. */
export function appErrorOf(thrown: unknown): AppError {
  if (isAppError(thrown)) return thrown;
  if (!(thrown instanceof Error)) return internal;
  return fastifyProblem(thrown as FastifyError) ?? databaseProblem(thrown) ?? internal;
}

/** The RFC 9457 document of an error. */
export function problemDocument(error: AppError, requestId: string): Problem {
  return {
    type: `urn:quantum-admin:problem:${error.code}`,
    title: problemCodes[error.code].title,
    status: error.status,
    code: error.code,
    detail: error.detail,
    ...(error.repair === undefined ? {} : { repair: error.repair }),
    requestId,
  };
}
