import type { EnvironmentType } from './environments.js';

/*
 * What names of environments and variables may hold, said once for the API's schemas and for the questions that
 * judge them while they are typed. Free of the schemas' library, so that the extension can have it.
 */
export const environmentNamePattern = '^[A-Za-z0-9][A-Za-z0-9_.-]*$';
export const longestEnvironmentName = 50;
/** As POSIX shells take them. */
export const variableKeyPattern = '^[A-Za-z_][A-Za-z0-9_]*$';
export const longestKey = 255;
/** Bytes of UTF-8; Linux takes 128 KiB for one, and all of them share its limit with the arguments. */
export const longestValue = 32 * 1024;

/** Settings of the product itself, which nothing it starts is given. */
const ours = /^QUANTUM_ADMIN_/i;
const secretWords = /(PASSW|SECRET|TOKEN|CREDENTIAL|PRIVATE|(^|_)KEY$|API_?KEY|PWD$)/i;

const types: readonly (readonly [name: RegExp, type: EnvironmentType])[] = [
  [/^prod|^live$|^main$|^master$/i, 'prod'],
  [/^stag|^test|^qa$|^uat$|^pre/i, 'staging'],
];

export type KeyProblem = 'empty' | 'characters' | 'long' | 'ours' | 'taken';
export type EnvironmentNameProblem = 'empty' | 'characters' | 'long' | 'taken';

/** What is wrong with the name of a variable; undefined when nothing is. */
export function keyProblem(key: string, taken: readonly string[]): KeyProblem | undefined {
  if (key === '') return 'empty';
  if (key.length > longestKey) return 'long';
  if (!new RegExp(variableKeyPattern).test(key)) return 'characters';
  if (isOurs(key)) return 'ours';
  return taken.includes(key) ? 'taken' : undefined;
}

/** What is wrong with the name of an environment; undefined when nothing is. */
export function environmentNameProblem(
  name: string,
  taken: readonly string[],
): EnvironmentNameProblem | undefined {
  if (name === '') return 'empty';
  if (name.length > longestEnvironmentName) return 'long';
  if (!new RegExp(environmentNamePattern).test(name)) return 'characters';
  return taken.includes(name) ? 'taken' : undefined;
}

/** What an environment is, by what people call it. */
export const typeOfName = (name: string): EnvironmentType =>
  types.find(([pattern]) => pattern.test(name))?.[1] ?? 'dev';

/** Whether the name is one of the product's own settings. */
export const isOurs = (key: string): boolean => ours.test(key);

/** Whether a variable of this name is taken for a secret unless somebody says otherwise. */
export const soundsSecret = (key: string): boolean => secretWords.test(key);
