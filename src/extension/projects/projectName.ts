/** Why a text cannot be a project's name. */
export type NameProblem = 'empty' | 'padded' | 'long' | 'taken';

/** The service's own rule (protocol/projects.ts), told while a person types. `taken`: names in use. */
export function nameProblem(name: string, taken: readonly string[]): NameProblem | undefined {
  if (name.trim() === '') return 'empty';
  if (name !== name.trim()) return 'padded';
  if (name.length > 100) return 'long';
  return taken.includes(name) ? 'taken' : undefined;
}

/** A folder name that every platform takes, made from a project's name. */
export function folderNameFor(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  return plain === '' ? 'quantum-app' : plain;
}
