import type { ComponentSummary, SummaryImport } from './componentSummary.js';

/** Where the framework looks for the component `name`, in its order; paths below the components folder. */
export function componentCandidates(name: string, from: string | null): string[] {
  return [...new Set(candidatesOf(name, from))];
}

/** The same one by one, some of them twice: most searches end at the first. */
export function* candidatesOf(name: string, from: string | null): Generator<string> {
  const folder = from?.replace(/^[./]+/, '').replace(/\/+$/, '') ?? '';
  if (from !== null && from !== '') yield joined(folder, `${name}.q`);
  yield `${name}.q`;
  yield `${name.toLowerCase()}.q`;
  yield `${snakeCase(name)}.q`;
}

/** The name a call goes by in the file that imports so. */
export function importedName({ as, name }: SummaryImport): string {
  return as === null || as === '' ? name : as;
}

/** What `<name>` means in a file with those imports: the component and folder to look for. */
export function calledComponent(
  name: string,
  imports: readonly SummaryImport[],
): { component: string; from: string | null; by: SummaryImport | null } {
  const by = imports.findLast((one) => importedName(one) === name) ?? null;
  return by ? { component: by.name, from: by.from, by } : { component: name, from: null, by: null };
}

/** A folder's path with nothing in it to work out. */
const isPlain = /^[^./]+(?:\/[^./]+)*$/;

function joined(folder: string, file: string): string {
  if (isPlain.test(folder) && !file.includes('/')) return `${folder}/${file}`;
  const parts: string[] = [];
  for (const part of `${folder}/${file}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function snakeCase(name: string): string {
  return name.replaceAll(/(?<!^)(?=[A-Z])/g, '_').toLowerCase();
}

/** A call or import of a component, in the file that holds it. */
export interface ComponentUse {
  readonly path: string;
  readonly kind: 'call' | 'import';
  readonly start: number;
  readonly end: number;
}

/** Every name under which a file may be looked for, so that those who name it are found without a search. */
export function searchedNames(summary: ComponentSummary): Set<string> {
  const names = new Set<string>();
  for (const { name } of summary.imports) names.add(keyOf(name));
  for (const { name } of summary.calls) names.add(keyOf(name));
  return names;
}

/** What all spellings of a component have in common: its last part, small, without `_`. */
export function keyOf(name: string): string {
  return name
    .slice(name.lastIndexOf('/') + 1)
    .replaceAll('_', '')
    .toLowerCase();
}
