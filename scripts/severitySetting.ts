import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { configurationCodes } from '../src/language/configuration/codes.js';
import { codes } from '../src/language/findings/codes.js';

const manifestFile = path.join(
  path.dirname(path.dirname(fileURLToPath(import.meta.url))),
  'package.json',
);

/** What the names of the setting `quantum.diagnostics.severity` may be: every code, with its sentence. */
export function severityNames(): { enum: string[]; enumDescriptions: string[] } {
  const all = Object.entries<{ readonly summary: string }>({ ...codes, ...configurationCodes });
  all.sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    enum: all.map(([code]) => code),
    enumDescriptions: all.map(([, { summary }]) => summary),
  };
}

interface Manifest {
  contributes: {
    configuration: { properties: Record<string, { propertyNames?: unknown } | undefined> };
  };
}

async function main(): Promise<void> {
  const text = await readFile(manifestFile, 'utf8');
  const manifest = JSON.parse(text) as Manifest;
  const setting = manifest.contributes.configuration.properties['quantum.diagnostics.severity'];
  if (!setting) throw new Error('package.json has no quantum.diagnostics.severity');
  setting.propertyNames = severityNames();
  const written = `${JSON.stringify(manifest, null, 2)}\n`;
  if (written !== text) await writeFile(manifestFile, written);
  console.log(`package.json: ${written === text ? 'unchanged' : 'written'}`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
}
