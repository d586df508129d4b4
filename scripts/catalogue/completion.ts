import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type {
  RawAttribute,
  RawCatalogue,
  RawTag,
} from '../../src/language/catalogue/rawCatalogue.js';

/** What is written by hand about an attribute; a field that is there wins over the reading. */
export type AttributeCompletion = RawAttribute & {
  /** The interview cannot see it: another part of the framework reads it, or it is one of any. */
  readonly unread?: true;
};

export type TagCompletion = Omit<RawTag, 'attributes'> & {
  readonly unread?: true;
  readonly attributes: readonly AttributeCompletion[];
};

/** What is written by hand: sentences, places, bindings, and what only running would show. */
export interface Completion extends Pick<
  RawCatalogue,
  'functions' | 'scopes' | 'implicitVariables' | 'applicationTypes' | 'results' | 'groups'
> {
  readonly tags: readonly TagCompletion[];
}

export const folder = path.join(import.meta.dirname, 'completion');

/** Reads `completion/`: `language.json` and one file for each prefix. */
export async function readCompletion(): Promise<Completion> {
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(path.join(folder, `${name}.json`), 'utf8'));
  const language = (await read('language')) as Omit<Completion, 'tags'>;
  const tags: TagCompletion[] = [];
  for (const prefix of ['q', 'ui', 'qg', 'qt', 'test']) {
    tags.push(...((await read(prefix)) as TagCompletion[]));
  }
  return { ...language, tags };
}
