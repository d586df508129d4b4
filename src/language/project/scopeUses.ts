import type { SummaryUse } from './componentSummary.js';
import { kept } from './kept.js';

const scoped = /\b(session|application)\.([A-Za-z_]\w*)/g;

/** Where a text names values that outlive a page. Comments and plain text count too: it is a list to search. */
export function scopeUses(text: string): SummaryUse[] {
  const uses: SummaryUse[] = [];
  for (const match of text.matchAll(scoped)) {
    const [whole, scope, name = ''] = match;
    const start = match.index + whole.length - name.length;
    const kind = scope === 'session' ? 'session' : 'application';
    uses.push({ kind, name: kept(name), start, end: start + name.length });
  }
  return uses;
}
