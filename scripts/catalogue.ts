import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readCompletion } from './catalogue/completion.js';
import { differenceOf } from './catalogue/difference.js';
import { inLines } from './catalogue/lines.js';
import { merge } from './catalogue/merge.js';
import { interview, type Reading } from './catalogue/reading.js';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
export const readings = path.join(root, 'scripts/catalogue/readings');
export const data = path.join(root, 'src/language/catalogue/data');

/** The release every other one is told as a difference to. */
export const newest = '1.0.1';

/** Releases whose language has a data file of its own, with its name. */
const older = { '0.22.0': '0.22', '0.16.0': '0.16', '0.9.0': '0.9' } as const;

export async function readReading(release: string): Promise<Reading> {
  return JSON.parse(await readFile(path.join(readings, `${release}.json`), 'utf8')) as Reading;
}

/** Every data file by its name, as it should be committed, and what is missing in what is written by hand. */
export async function generate(): Promise<{
  readonly files: ReadonlyMap<string, string>;
  readonly gaps: readonly string[];
}> {
  const completion = await readCompletion();
  const { catalogue, gaps } = merge(await readReading(newest), completion);
  const files = new Map([['1.0.json', inLines(catalogue)]]);
  const all = [...gaps];
  for (const [release, name] of Object.entries(older)) {
    const then = merge(await readReading(release), completion);
    files.set(`${name}.json`, inLines(differenceOf(catalogue, then.catalogue)));
    all.push(...then.gaps.map((gap) => `${release}: ${gap}`));
  }
  return { files, gaps: all };
}

/** A reading as it is committed: one line for each tag. */
export function readingText(reading: Reading): string {
  return inLines(reading);
}

async function main(): Promise<void> {
  const at = process.argv.indexOf('--read');
  const python = at < 0 ? undefined : process.argv[at + 1];
  if (at >= 0) {
    if (!python) throw new Error('--read needs the path of a Python that has quantum-framework.');
    const reading = await interview(python);
    await write(path.join(readings, `${reading.release}.json`), readingText(reading));
  }
  const { files, gaps } = await generate();
  for (const [name, text] of files) await write(path.join(data, name), text);
  for (const name of await readdir(readings)) {
    if (!(name.replace('.json', '') in { ...older, [newest]: '' })) {
      console.log(`${name}: read, but without a data file of its own`);
    }
  }
  for (const gap of gaps) console.error(gap);
  if (gaps.length > 0) process.exitCode = 1;
}

async function write(file: string, text: string): Promise<void> {
  const before = await readFile(file, 'utf8').catch(() => '');
  if (before !== text) await writeFile(file, text);
  console.log(`${path.relative(root, file)}: ${before === text ? 'unchanged' : 'written'}`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
}
