import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { roleOf } from '../../../src/language/project/roles.js';

/** The files below `root` as a project's texts; `into` is put before their paths. */
export function folderTexts(root: string, into = ''): Map<string, string> {
  const texts = new Map<string, string>();
  const entries = readdirSync(root, { withFileTypes: true, recursive: true });
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const place = into + path.relative(root, file).split(path.sep).join('/');
    texts.set(place, roleOf(place) === 'other' ? '' : readFileSync(file, 'utf8'));
  }
  return texts;
}
