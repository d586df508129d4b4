import type { PreviewError, PreviewQueryRun } from '../../protocol/preview.js';
import type { TryOutAnswer, TryOutCall, TryOutStep } from '../../protocol/tryout.js';

/** Whether the request did not do what was asked: a status, an error, or what the rules say of a field. */
export function isRefused({
  steps,
  fieldErrors,
  call,
}: Pick<TryOutAnswer, 'steps' | 'fieldErrors' | 'call'>): boolean {
  const isWrong = steps.some(({ status, error }) => status >= 400 || error !== null);
  return isWrong || fieldErrors.length > 0 || (call?.error ?? null) !== null;
}

/**
 * What a request led to, a line each: steps with their SQL, flash, what a function returned, what was refused,
 * unresolved bindings.
 */
export function answerLines({ steps, fieldErrors, call, unresolved }: TryOutAnswer): string[] {
  return [
    ...steps.flatMap(stepLines),
    ...(call === null ? [] : callLines(call)),
    ...fieldErrors.map(({ name, message }) => `${name}: ${message}`),
    ...unresolved.map((binding) => `unresolved: ${binding}`),
  ];
}

function stepLines({
  method,
  url,
  status,
  ms,
  action,
  queries,
  flash,
  error,
}: TryOutStep): string[] {
  const by = action === null ? '' : `  action ${action}`;
  return [
    `${method} ${url} ${status} ${ms.toFixed(1)} ms${by}`,
    ...queries.map(queryLine),
    ...(flash === null ? [] : [`  ${flash.type}: ${flash.message}`]),
    ...(error === null ? [] : [`  ${placeOf(error)}${error.message}`]),
  ];
}

function callLines({ name, ms, queries, value, error }: TryOutCall): string[] {
  return [
    `${name} ${ms.toFixed(1)} ms${value === null ? '' : `  ${value.type}`}`,
    ...queries.map(queryLine),
    ...(value === null || value.text === '' ? [] : [value.text]),
    ...(error === null ? [] : [`  ${placeOf(error)}${error.message}`]),
  ];
}

function queryLine({ ms, rows, error, sql }: PreviewQueryRun): string {
  const came = error ?? (rows === null ? '' : `${rows} rows`);
  return `  ${ms.toFixed(1)} ms  ${came}  ${sql.replaceAll(/\s+/g, ' ').trim()}`;
}

/** `file:line:column: `, both from 1, as terminals and editors link it. */
function placeOf({ filePath, line, column }: PreviewError): string {
  if (filePath === null) return '';
  const place = [filePath, line, column === null ? null : column + 1];
  return `${place.filter((one) => one !== null).join(':')}: `;
}
