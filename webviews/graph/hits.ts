import type { GraphNode } from '../../src/protocol/componentGraph.js';
import { labelOf } from './words.js';

/** What is out of the ordinary and can be looked for. */
export const marks = ['any', 'unused', 'cycle', 'error', 'missing'] as const;
export type Mark = (typeof marks)[number];

/** What a person looks for in a graph. */
export interface Search {
  readonly text: string;
  readonly mark: Mark;
}

/** The nodes that are looked for, by their names; null where nothing is. */
export function hitsOf(nodes: readonly GraphNode[], { text, mark }: Search): string[] | null {
  const wanted = text.trim().toLowerCase();
  if (wanted === '' && mark === 'any') return null;
  return nodes
    .filter((node) => has(node, mark))
    .filter(({ name, path }) => `${name}\n${path ?? ''}`.toLowerCase().includes(wanted))
    .sort((a, b) => labelOf(a).localeCompare(labelOf(b)))
    .map(({ id }) => id);
}

function has({ isUnused, cycle, state }: GraphNode, mark: Mark): boolean {
  switch (mark) {
    case 'any':
      return true;
    case 'unused':
      return isUnused;
    case 'cycle':
      return cycle !== null;
    default:
      return state === mark;
  }
}
