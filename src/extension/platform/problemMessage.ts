/** What a person is told about an error: what happened and, where it is known, what to do. */
export interface ProblemMessage {
  readonly detail: string;
  readonly repair: string | undefined;
}

/**
 * Reads problem documents (RFC 9457) and the client's errors made of them; anything else is its message.
 * Never matches on message text.
 */
export function problemMessage(error: unknown): ProblemMessage {
  const detail = field(error, 'detail') ?? field(error, 'message') ?? String(error);
  return { detail, repair: field(error, 'repair') };
}

/** What happened and what to do, as one text. */
export function problemText(error: unknown): string {
  const { detail, repair } = problemMessage(error);
  return repair === undefined ? detail : `${detail} ${repair}`;
}

/** The problem's code, for the few places that act on one. */
export function problemCode(error: unknown): string | undefined {
  return field(error, 'code');
}

function field(error: unknown, name: string): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
