import type { Dialect } from '../../src/language/syntax/document.js';
import { askFramework } from './askFramework.js';

/** Why the framework's own parser refuses each file; null where it takes it. */
export async function judgePages(
  files: readonly { readonly text: string; readonly dialect: Dialect }[],
): Promise<(string | null)[]> {
  const asked = files.map(({ text, dialect }) => ({ text, dialect }));
  const answers = await askFramework<{ refused: string | null }>('pageJudge.py', asked);
  return answers.map(({ refused }) => refused);
}
