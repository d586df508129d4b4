import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { configurationSchema } from '../src/language/configuration/configurationSchema.js';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
export const schemaFile = path.join(root, 'media/schemas/quantum.config.schema.json');

/** The schema's file, as it should be committed. */
export function schemaText(): string {
  return `${JSON.stringify(configurationSchema(), null, 2)}\n`;
}

async function main(): Promise<void> {
  const text = schemaText();
  const before = await readFile(schemaFile, 'utf8').catch(() => '');
  await mkdir(path.dirname(schemaFile), { recursive: true });
  if (before !== text) await writeFile(schemaFile, text);
  console.log(`${path.relative(root, schemaFile)}: ${before === text ? 'unchanged' : 'written'}`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
}
