import path from 'node:path';

export const root = path.join(import.meta.dirname, '..', '..');

/** A path as a person gave it, relative to where they stood. */
export function given(file: string): string {
  return path.resolve(process.env['INIT_CWD'] ?? process.cwd(), file);
}
