/** What sql.js binds. */
export type Bound = number | string | Uint8Array | null;

/** JSON has no words for these. */
interface Encoded {
  readonly blob?: string;
  readonly float?: string;
}

/** A value as it is both bound and journaled, so that a replay binds the very same. @throws TypeError */
export function toBound(value: unknown): Bound {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      // SQLite stores NaN as NULL, and -0 is bound as the integer 0.
      return Number.isNaN(value) ? null : value === 0 ? 0 : value;
    case 'bigint':
      // Exact as a number, or as decimal text, which an integer column reads exactly.
      return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString();
    case 'boolean':
      return value ? 1 : 0;
    case 'undefined':
      return null;
    default:
      if (value === null) return null;
      if (value instanceof Uint8Array) return value;
      throw new TypeError(`Cannot store a value of type ${Object.prototype.toString.call(value)}`);
  }
}

/** JSON form of a bound value, lossless. */
export function encodeBound(value: Bound): number | string | null | Encoded {
  if (value instanceof Uint8Array) return { blob: Buffer.from(value).toString('base64') };
  if (typeof value === 'number' && !Number.isFinite(value)) return { float: String(value) };
  return value;
}

export function decodeBound(value: number | string | null | Encoded): Bound {
  if (value === null || typeof value !== 'object') return value;
  if (value.blob !== undefined) return Buffer.from(value.blob, 'base64');
  return Number(value.float);
}
