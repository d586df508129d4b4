import { Type, type Static } from 'typebox';

/**
 * Every error code the API can answer, with its HTTP status and title (RFC 9457 `type` is
 * `urn:quantum-admin:problem:<code>`). One list: a code that is not here cannot be sent.
 */
export const problemCodes = {
  'invalid-request': { status: 400, title: 'The request is not valid' },
  unauthorized: { status: 401, title: 'A valid token is needed' },
  forbidden: { status: 403, title: 'This request is not allowed' },
  'not-found': { status: 404, title: 'There is no such thing' },
  'method-not-allowed': { status: 405, title: 'This path does not take that method' },
  conflict: { status: 409, title: 'This conflicts with what is there' },
  'name-taken': { status: 409, title: 'The name is taken' },
  'folder-missing': { status: 409, title: 'The folder is not there' },
  'framework-missing': { status: 409, title: 'The framework is not there' },
  'port-taken': { status: 409, title: 'The port is taken' },
  'datasource-busy': { status: 409, title: 'The datasource is being worked on' },
  'not-for-this-datasource': { status: 409, title: 'This kind of datasource cannot do that' },
  'docker-unavailable': { status: 409, title: 'The Docker engine does not answer' },
  'server-database': { status: 409, title: 'The page uses a database on a server' },
  'job-not-cancellable': { status: 409, title: 'The job has ended' },
  'body-too-large': { status: 413, title: 'The request body is too large' },
  'unsupported-media-type': { status: 415, title: 'Send application/json' },
  'misdirected-request': { status: 421, title: 'This address is not served here' },
  'upgrade-required': { status: 426, title: 'This address speaks WebSocket' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  'framework-failed': { status: 502, title: 'The framework did not answer' },
  'internal-error': { status: 500, title: 'Something broke in the service' },
  'datasource-not-ready': { status: 503, title: 'The datasource is not ready' },
  draining: { status: 503, title: 'The service is handing over' },
  'secrets-locked': { status: 503, title: 'The stored passwords cannot be read' },
  'store-full': { status: 507, title: 'The disk is full' },
  'store-unavailable': { status: 503, title: 'The store cannot be used' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problemCodes;

/** RFC 9457 problem document, with what a person can do about it. */
export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.Enum(Object.keys(problemCodes)),
    detail: Type.String({ description: 'What happened, for a person' }),
    repair: Type.Optional(Type.String({ description: 'What to do about it' })),
    requestId: Type.String(),
  },
  { $id: 'Problem', additionalProperties: false },
);
export type Problem = Omit<Static<typeof Problem>, 'code'> & { code: ProblemCode };
