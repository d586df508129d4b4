import { parse } from 'dotenv';
import { keyProblem, longestValue, type KeyProblem } from '../../protocol/environmentRules.js';
import type { EnvironmentVariable } from '../../protocol/environments.js';

export interface ImportedVariable {
  readonly key: string;
  readonly value: string;
}

/** What a `.env` file would do to the variables of a place. */
export interface ImportPlan {
  readonly added: readonly ImportedVariable[];
  /** Of a name that is there; a secret may have that very value. */
  readonly replaced: readonly ImportedVariable[];
  /** How many are there just so. */
  readonly same: number;
  /** What no variable can be. */
  readonly left: readonly { readonly key: string; readonly problem: KeyProblem | 'value' }[];
}

/** Reads a `.env` file as applications do that load one, and compares it with what is there. */
export function planImport(text: string, there: readonly EnvironmentVariable[]): ImportPlan {
  const known = new Map(there.map((one) => [one.key, one]));
  const added: ImportedVariable[] = [];
  const replaced: ImportedVariable[] = [];
  const left: ImportPlan['left'][number][] = [];
  let same = 0;
  for (const [key, value] of Object.entries(parse(text))) {
    const problem = keyProblem(key, []) ?? (canHold(value) ? undefined : 'value');
    const before = known.get(key);
    if (problem !== undefined) left.push({ key, problem });
    else if (before === undefined) added.push({ key, value });
    else if (before.value === value) same += 1;
    else replaced.push({ key, value });
  }
  return { added, replaced, same, left };
}

const canHold = (value: string): boolean =>
  Buffer.byteLength(value) <= longestValue && !value.includes('\0');
