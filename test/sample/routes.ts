import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** The addresses a components folder answers, `[id]` as written; sorted. Layouts, parts and tests have none. */
export async function routesOf(components: string): Promise<string[]> {
  return (await sources(components))
    .filter((file) => !file.split('/').some((part) => part.startsWith('_')))
    .map((file) => `/${file.replace(/\.q$/, '').replace(/(^|\/)index$/, '')}`)
    .sort();
}

/** Every `.q` file of a components folder that is not a test, with `/` between its parts. */
export async function sources(components: string): Promise<string[]> {
  const files = await readdir(components, { recursive: true });
  return files
    .filter((file) => file.endsWith('.q') && !file.endsWith('.test.q'))
    .map((file) => file.split(path.sep).join('/'));
}
