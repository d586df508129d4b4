import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const folder = path.join(root, 'docs/diagnostics');

/** A page of docs/diagnostics about configuration, with its examples. */
export interface DiagnosticPage {
  readonly code: string;
  readonly text: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly found: string;
  readonly clean: string;
}

export function configurationPages(): DiagnosticPage[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith('config-'))
    .map((name) => {
      const text = readFileSync(path.join(folder, name), 'utf8');
      const [found = '', clean = ''] = blocks(text, 'yaml');
      const exports = blocks(text, 'sh').join('\n');
      const environment = Object.fromEntries(
        [...exports.matchAll(/^export (\w+)=(.*)$/gm)].map(([, key, value]) => [key!, value!]),
      );
      return { code: name.replace(/\.md$/, ''), text, environment, found, clean };
    });
}

const blocks = (text: string, language: string): string[] =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    (match) => match[1]!,
  );
