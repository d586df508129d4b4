import type { NewFileKind } from '../../protocol/languageServer.js';

/** Why a name cannot be taken. */
export type NewFileNameProblem = 'empty' | 'address' | 'hidden' | 'component' | 'route';

const segment = /^(?:[\w-]+|\[(?:\.\.\.)?\w+\])$/;

/** What is wrong with the name of a new file; undefined when nothing is. The framework's rules for addresses and calls. */
export function newFileNameProblem(
  kind: NewFileKind,
  name: string,
): NewFileNameProblem | undefined {
  if (name.trim() === '') return 'empty';
  if (kind === 'test') return name.startsWith('/') && !/\s/.test(name) ? undefined : 'route';
  if (kind === 'component' || kind === 'layout') {
    // A call is told from an element by its capital and a small letter.
    return /^[A-Z]\w*[a-z]\w*$/.test(name) ? undefined : 'component';
  }
  const segments = pathOfPage(name).split('/');
  if (segments.some((part) => part.startsWith('_'))) return 'hidden';
  return segments.every((part) => segment.test(part)) ? undefined : 'address';
}

/** A page's path as a person may write it: with a slash in front, with its suffix. */
export function pathOfPage(name: string): string {
  return name.trim().replace(/^\/+/, '').replace(/\.q$/, '');
}
