import { componentCandidates } from '../../project/componentSearch.js';
import { isComponentName } from '../../project/summarise.js';

/** A file that gets another path. Paths from the project's root, with `/`. */
export interface FileMove {
  readonly from: string;
  readonly to: string;
}

/** Where files of a project go. */
export type Moves = ReadonlyMap<string, string>;

/** The files that `moves` of files and folders move, each by itself. `files`: all of the project. */
export function movedFiles(moves: readonly FileMove[], files: Iterable<string>): Moves {
  const moved = new Map<string, string>();
  const exact = new Map(moves.map(({ from, to }) => [from, to]));
  for (const file of files) {
    const to = exact.get(file) ?? inFolder(file, moves);
    if (to !== undefined && to !== file) moved.set(file, to);
  }
  return moved;
}

function inFolder(file: string, moves: readonly FileMove[]): string | undefined {
  const folder = moves.find(({ from }) => file.startsWith(`${from}/`));
  return folder && folder.to + file.slice(folder.from.length);
}

/** A file below the components folder, as imports speak of it. */
export interface ComponentPlace {
  /** '' for the components folder itself. */
  readonly folder: string;
  /** Of the file, without `.q`. */
  readonly name: string;
}

/** The place of a component at a path below the components folder. */
export function placeOfComponent(below: string): ComponentPlace {
  const slash = below.lastIndexOf('/');
  return { folder: below.slice(0, Math.max(0, slash)), name: below.slice(slash + 1, -'.q'.length) };
}

/** The tag that calls a file of the components folder: `UserCard` for `user_card`; null where none can. */
export function tagCalling(name: string): string | null {
  const tag = name.replaceAll(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  if (!/^\w+$/.test(tag) || !isComponentName(tag)) return null;
  return componentCandidates(tag, null).includes(`${name}.q`) ? tag : null;
}
