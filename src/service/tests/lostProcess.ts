import { BridgeError } from '../../framework/bridgeError.js';
import { isAppError } from '../platform/problem.js';

/** What became of a test whose process did not answer, for a person. */
export function lostTest({ code, message, why }: BridgeError, seconds: number): string {
  if (code === 'time-limit') return `It took longer than ${seconds} s and was ended.`;
  return why === null ? message : `Its process ${why} during this test.`;
}

/** Why nothing was told of the tests, for a person. */
export function whyNoAnswer(error: unknown): string {
  if (isAppError(error)) return [error.detail, error.repair].filter(Boolean).join(' ');
  if (!(error instanceof BridgeError) || error.why === null) {
    return error instanceof Error ? error.message : String(error);
  }
  const { code, why, stderr } = error;
  if (code === 'cannot-start') return `Python ${why}. Choose another one for the project.`;
  const last = stderr.at(-1)?.trim() ?? '';
  const said = last === '' ? '' : ` It wrote last: ${last}`;
  return `Python ${why} before it had told of the tests.${said} Try it again; the service’s log has all that it wrote.`;
}
