import { documentScope, type DocumentScope, type Region } from '../../../scope/documentScope.js';
import type { ExpressionUse } from '../../../scope/expressionUse.js';
import { FactCollector, type Facts } from '../../../scope/facts.js';
import type { SyntaxDocument } from '../../../syntax/document.js';
import type { DocumentContext, DocumentRule } from '../../rules.js';
import { calls } from './calls.js';
import { fields } from './fields.js';
import { functionNames } from './functionNames.js';
import { guards } from './guards.js';
import { invalidExpressions, looseBraces } from './invalidExpressions.js';
import { loops } from './loops.js';
import { undefinedNames } from './undefinedNames.js';

/** A document with its variables, for the rules about them. */
export interface ScopeContext extends DocumentContext {
  readonly document: SyntaxDocument;
  readonly root: Facts;
  readonly scope: DocumentScope;
}

/** Looks at one expression in the region it stands in. */
export type UseRule = (use: ExpressionUse, region: Region, context: ScopeContext) => void;
/** Looks at all variables of a document. */
export type ScopeRule = (context: ScopeContext) => void;

const collectors = new WeakMap<SyntaxDocument, FactCollector>();
const useRules: readonly UseRule[] = [invalidExpressions, undefinedNames, calls, fields];
const scopeRules: readonly ScopeRule[] = [looseBraces, functionNames, loops, guards];

/** Everything about names in a page or component: what is read, and whether it is there. */
export const scopeRule: DocumentRule = (document, context) => {
  if (document.dialect === 'test') return;
  const scoped = scopeContext(document, context);
  if (!scoped) return;
  for (const region of scoped.scope.regions) {
    for (const use of region.facts.uses) for (const rule of useRules) rule(use, region, scoped);
  }
  for (const rule of scopeRules) rule(scoped);
};

/** Null for what is no component: applications keep their names by other rules. */
function scopeContext(document: SyntaxDocument, context: DocumentContext): ScopeContext | null {
  let collector = collectors.get(document);
  if (!collector) collectors.set(document, (collector = new FactCollector()));
  const [root] = collector.of(document, context.catalogue);
  if (root?.place.name !== 'q:component') return null;
  const { catalogue, path } = context;
  const scope = documentScope(root, { text: document.text, catalogue, path });
  return { ...context, document, root, scope };
}
