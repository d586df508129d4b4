import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Every file below a folder, as one text. */
export async function textOf(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  const texts = files.map(async ({ parentPath, name }) => {
    const file = path.join(parentPath, name);
    return `${file}\n${await readFile(file, 'latin1').catch(() => '')}`;
  });
  return (await Promise.all(texts)).join('\n');
}
