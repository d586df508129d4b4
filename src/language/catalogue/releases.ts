import type { Family } from './types.js';

/** What PyPI has of quantum-framework, the oldest first. */
export const releases: readonly string[] = [
  '0.9.0',
  '0.9.1',
  ...Array.from({ length: 13 }, (_, index) => `0.${10 + index}.0`),
  '1.0.0',
  '1.0.1',
];

/** Which releases speak as `version` does; the newest for null and for what nobody knows. */
export function familyOf(version: string | null): Family {
  if (version === 'legacy2025' || version === 'legacy2026') return version;
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(version ?? '') ?? [];
  if (major !== '0') return '1.0';
  if (Number(minor) >= 22) return '0.22';
  return Number(minor) >= 16 ? '0.16' : '0.9';
}

/** The newest release a requirement allows, as `>=1.0.1,<2`, `~=0.22`, `^1.0` or `0.16.0`; null for none. */
export function newestAllowed(requirement: string): string | null {
  const clauses = requirement
    .split(',')
    .map((clause) => /^\s*(===?|~=|>=|<=|!=|>|<|\^|~)?\s*v?(\d+(?:\.\d+)*)(\.\*)?/.exec(clause))
    .filter((match) => match !== null);
  if (clauses.length === 0) return null;
  return (
    releases.findLast((release) =>
      clauses.every(([, operator = '==', bound = '', wildcard]) =>
        allows(release, operator, bound, wildcard !== undefined),
      ),
    ) ?? null
  );
}

function allows(release: string, operator: string, bound: string, wildcard: boolean): boolean {
  const order = compare(release, bound);
  const parts = bound.split('.');
  switch (operator) {
    case '>=':
      return order >= 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '<':
      return order < 0;
    case '!=':
      return wildcard ? !startsWith(release, bound) : order !== 0;
    case '~=':
      return order >= 0 && startsWith(release, parts.slice(0, -1).join('.'));
    case '~':
      return order >= 0 && startsWith(release, parts.slice(0, 2).join('.'));
    case '^':
      // In 0.x the second number is the one that breaks.
      return order >= 0 && startsWith(release, parts.slice(0, parts[0] === '0' ? 2 : 1).join('.'));
    default:
      return wildcard ? startsWith(release, bound) : order === 0;
  }
}

function startsWith(release: string, start: string): boolean {
  return release === start || release.startsWith(`${start}.`);
}

function compare(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
