import { open } from 'node:fs/promises';
import path from 'node:path';
import { isExecutable } from './searchPath.js';

/**
 * The Python a console script runs with, by its first lines: `#!/venv/bin/python`, the form pip writes
 * for long paths or paths with blanks (`#!/bin/sh` + `'''exec' "/a b/python"`), or on Windows the
 * interpreter beside the `.exe`. Null for anything else, such as a shim.
 */
export async function interpreterOfScript(script: string): Promise<string | null> {
  if (script.toLowerCase().endsWith('.exe')) return beside(script);
  const [first = '', second = ''] = (await head(script)).split('\n', 2);
  const direct = /^#!\s*(\/.*python[\d.]*)\s*$/.exec(first)?.[1];
  if (direct) return direct;
  if (!first.startsWith('#!/bin/sh')) return null;
  return /^'''exec' (?:"([^"]+)"|(\S+))/.exec(second)?.slice(1).find(Boolean) ?? null;
}

async function beside(script: string): Promise<string | null> {
  const folder = path.dirname(script);
  for (const file of [path.join(folder, 'python.exe'), path.join(folder, '..', 'python.exe')]) {
    if (await isExecutable(file)) return file;
  }
  return null;
}

async function head(file: string): Promise<string> {
  try {
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(2048), 0, 2048, 0);
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch {
    return '';
  }
}
