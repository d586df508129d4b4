import * as l10n from '@vscode/l10n';
import type { AccessMatrix } from '../../src/protocol/componentGraph.js';

export type AccessRow = AccessMatrix['rows'][number];

/** What a visitor of the matrix is called. */
export function visitorName(visitor: string): string {
  if (visitor === 'anyone') return l10n.t('Anyone');
  if (visitor === 'signed-in') return l10n.t('Signed in');
  const colon = visitor.indexOf(':');
  const name = visitor.slice(colon + 1);
  return visitor.startsWith('role:') ? l10n.t('Role {0}', name) : l10n.t('Permission {0}', name);
}

/** Whether a row has each word of the filter in its address, action, file or tables. */
export function matchesRow(row: AccessRow, filter: string): boolean {
  const { method, path, functionName, filePath, writes } = row;
  const text = [method, path, functionName ?? '', filePath, ...writes].join('\n').toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Stays the same for what is the same address or action, however the file changes. */
export function keyOfRow({ method, path, functionName }: AccessRow): string {
  return `${method} ${path} ${functionName ?? ''}`;
}
