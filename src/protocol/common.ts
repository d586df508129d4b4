import { Type } from 'typebox';

/** UTC ISO 8601 with milliseconds, as every timestamp of the API. */
export const Timestamp = Type.String({ format: 'date-time', description: 'UTC, ISO 8601' });
export const Id = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });
export const IdParams = Type.Object({ id: Id }, { additionalProperties: false });
/** Keeps the wire closed: an unknown field is an error, never dropped. */
export const closed = { additionalProperties: false } as const;
