import type { Dialect } from '../../src/language/syntax/document.js';
import { askFramework } from './askFramework.js';

export interface TextPair {
  readonly before: string;
  readonly after: string;
  readonly dialect: Dialect;
}

export interface Comparison {
  /** Whether the framework refuses the text before. */
  readonly refused: boolean;
  /** Where the trees differ that its parser makes of either; null where they are the same. */
  readonly differs: string | null;
}

/** Whether the framework's own parser reads each pair of texts the same, lines left out. */
export function compareTrees(pairs: readonly TextPair[]): Promise<Comparison[]> {
  return askFramework('pageTrees.py', pairs);
}
