import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import path from 'node:path';

export type Environment = Readonly<Record<string, string | undefined>>;

const windows = process.platform === 'win32';

/** Every file called `name` on PATH that may be executed, in PATH's order. */
export async function onPath(name: string, env: Environment): Promise<string[]> {
  const found: string[] = [];
  for (const folder of (env['PATH'] ?? env['Path'] ?? '').split(path.delimiter)) {
    // A relative entry would make the search depend on the folder that happens to be open.
    if (!path.isAbsolute(folder)) continue;
    const file = path.join(folder, windows ? `${name}.exe` : name);
    if (!found.includes(file) && (await isExecutable(file))) found.push(file);
  }
  return found;
}

/** Whether `file` is a file this user may execute. */
export async function isExecutable(file: string): Promise<boolean> {
  try {
    await access(file, windows ? constants.F_OK : constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}
