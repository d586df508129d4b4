import { UsageError } from './verb.js';

/** A positional that is an id. @throws UsageError naming it */
export function idArgument(positionals: readonly string[]): number {
  const [text] = positionals;
  const id = Number(text);
  if (positionals.length === 1 && Number.isInteger(id) && id > 0) return id;
  throw new UsageError(
    text === undefined ? 'An ID is missing.' : `${positionals.join(' ')} is no ID.`,
  );
}

/** An option that is a count. @throws UsageError naming it */
export function countOption(name: string, value: string | boolean | undefined): number | undefined {
  if (value === undefined) return undefined;
  const count = Number(value);
  if (Number.isInteger(count) && count > 0) return count;
  throw new UsageError(`--${name} must be a positive whole number.`);
}

/** An option that is one of some words. @throws UsageError naming them */
export function wordOption<T extends string>(
  name: string,
  value: string | boolean | undefined,
  known: readonly T[],
): T | undefined {
  if (value === undefined) return undefined;
  const found = known.find((one) => one === value);
  if (found === undefined) throw new UsageError(`--${name} is one of ${known.join(', ')}.`);
  return found;
}

/** An option that is a text. */
export const textOption = (value: string | boolean | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** @throws UsageError when there are more positionals than the verb takes */
export function atMost(positionals: readonly string[], most: number): void {
  if (positionals.length > most)
    throw new UsageError(`Too much: ${positionals.slice(most).join(' ')}`);
}

/** The one positional of a switch; undefined when it is only asked for. @throws UsageError for any other word */
export function switchArgument(positionals: readonly string[]): boolean | undefined {
  atMost(positionals, 1);
  const [word] = positionals;
  if (word === undefined) return undefined;
  if (word !== 'on' && word !== 'off') throw new UsageError('It is on or off.');
  return word === 'on';
}
