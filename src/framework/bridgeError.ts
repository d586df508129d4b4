/**
 * Why a call has no result. The first four are this side's; the others come from the bridge
 * (docs/bridge.md): `framework-missing`, `python-too-old`, `invalid-params`, `failed` …
 */
export type BridgeErrorCode =
  | 'cannot-start'
  | 'ended'
  | 'time-limit'
  | 'disposed'
  // A code of the bridge's own; the union stays open without swallowing the four above.
  | (string & Record<never, never>);

/** A call that the bridge refused, or that its process did not live to answer. */
export class BridgeError extends Error {
  override readonly name = 'BridgeError';

  constructor(
    readonly code: BridgeErrorCode,
    /** One sentence, for a person; names the method. */
    message: string,
    /** The last lines the process wrote to stderr, newest last. */
    readonly stderr: readonly string[] = [],
    /** How a process ended that did not live to answer: completes “the process …”. */
    readonly why: string | null = null,
  ) {
    super(message);
  }
}
