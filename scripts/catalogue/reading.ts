import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { CheckedBy } from '../../src/language/catalogue/types.js';

/** What the interview found out about an attribute; what it leaves out it could not tell. */
export interface AttributeReading {
  readonly required?: 'parse' | 'validate';
  readonly checkedBy?: Exclude<CheckedBy, 'never' | 'run'>;
  readonly values?: readonly string[];
  readonly type?: 'boolean' | 'integer' | 'float';
  readonly default?: string;
  /** The framework's own refusal. */
  readonly removed?: string;
}

export interface TagReading {
  readonly attributes: Readonly<Record<string, AttributeReading>>;
  readonly removed?: string;
  /** The tag was refused with every sample; its attributes are known all the same. */
  readonly refused?: string;
  readonly open?: true;
}

export interface Reading {
  readonly release: string;
  readonly booleanAttributes: readonly string[] | null;
  readonly voidElements: readonly string[] | null;
  readonly rawTextTags: readonly string[] | null;
  readonly tiers: Readonly<Record<'core' | 'ai' | 'experimental', readonly string[] | null>>;
  readonly removedApplicationTypes: readonly string[] | null;
  readonly functions: Readonly<Record<string, { minimum?: number; maximum?: number | null }>>;
  readonly uiInComponents: boolean;
  readonly tags: Readonly<Record<string, TagReading>>;
}

/** Interviews the framework that `python` has: about all tags (a minute), or about those of `tags`. */
export async function interview(python: string, tags: readonly string[] = []): Promise<Reading> {
  const script = path.join(import.meta.dirname, 'interview.py');
  const { stdout } = await promisify(execFile)(python, ['-B', script, ...tags], {
    maxBuffer: 1 << 26,
    timeout: 600_000,
  });
  return JSON.parse(stdout) as Reading;
}
