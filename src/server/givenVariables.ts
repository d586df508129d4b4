import { fileURLToPath } from 'node:url';
import type { LanguageServerEnvironment } from '../protocol/languageServer.js';

/**
 * The variables that an application at `root` finds when it is started from the editor: those of this process,
 * and those that the client says it is given. Their values are not known here: each is empty.
 */
export function variablesAt(
  { given = [] }: LanguageServerEnvironment,
  root: string | null,
): Readonly<Record<string, string | undefined>> {
  const names = given
    .filter(({ folder }) => root !== null && isAt(folder, root))
    .flatMap((one) => one.names);
  return { ...Object.fromEntries(names.map((name) => [name, ''])), ...process.env };
}

function isAt(folder: string, root: string): boolean {
  try {
    return fileURLToPath(folder) === root;
  } catch {
    // Of a client that sends something else.
    return false;
  }
}
