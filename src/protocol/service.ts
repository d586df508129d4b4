import { Type, type Static } from 'typebox';
import { Timestamp, closed } from './common.js';

export const Health = Type.Object(
  { status: Type.Literal('alive'), version: Type.String() },
  { $id: 'Health', ...closed },
);
export type Health = Static<typeof Health>;

/** The client's challenge: 16 to 64 random bytes, hex. */
export const HandshakeRequest = Type.Object(
  { nonce: Type.String({ pattern: '^[0-9a-f]{32,128}$' }) },
  { $id: 'HandshakeRequest', ...closed },
);
/** Proof that this service read the token file: `handshakeProof` of nonce, epoch and port. */
export const HandshakeAnswer = Type.Object(
  {
    proof: Type.String(),
    epoch: Type.Integer(),
    pid: Type.Integer(),
    version: Type.String(),
    apiVersion: Type.String(),
    draining: Type.Boolean(),
  },
  { $id: 'HandshakeAnswer', ...closed },
);
export type HandshakeAnswer = Static<typeof HandshakeAnswer>;

export const ServiceStatus = Type.Object(
  {
    pid: Type.Integer(),
    version: Type.String(),
    apiVersion: Type.String(),
    epoch: Type.Integer(),
    node: Type.String(),
    home: Type.String(),
    startedAt: Timestamp,
    draining: Type.Boolean(),
    memoryBytes: Type.Integer({ description: 'Resident set size' }),
    streams: Type.Integer(),
    activeJobs: Type.Integer(),
    store: Type.Object(
      {
        engine: Type.Enum(['sqljs', 'postgres']),
        location: Type.String(),
        sizeBytes: Type.Integer(),
        notices: Type.Array(Type.String(), {
          description: 'What recovery had to do, for a person',
        }),
      },
      closed,
    ),
  },
  { $id: 'ServiceStatus', ...closed },
);
export type ServiceStatus = Static<typeof ServiceStatus>;

export const StopService = Type.Object(
  { reason: Type.String({ minLength: 1, maxLength: 200 }) },
  { $id: 'StopService', ...closed },
);
/** Asks an older service to hand over: it stops taking writes, ends its jobs at a checkpoint, and leaves. */
export const DrainService = Type.Object(
  { successorVersion: Type.String({ minLength: 1, maxLength: 100 }) },
  { $id: 'DrainService', ...closed },
);
export const OpenCode = Type.Object(
  { code: Type.String(), url: Type.String(), expiresAt: Timestamp },
  { $id: 'OpenCode', ...closed },
);
export type OpenCode = Static<typeof OpenCode>;
