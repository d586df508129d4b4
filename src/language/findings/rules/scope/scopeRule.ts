import {
  documentScope,
  type DocumentScope,
  type Region,
  type ScopeNames,
} from '../../../scope/documentScope.js';
import type { ExpressionUse } from '../../../scope/expressionUse.js';
import { FactCollector, type Facts } from '../../../scope/facts.js';
import type { SyntaxDocument } from '../../../syntax/document.js';
import type { Finding } from '../../finding.js';
import { reportInto } from '../../rule.js';
import type { DocumentContext, DocumentRule } from '../../rules.js';
import { absentKeys } from './absentKeys.js';
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

const useRules: readonly UseRule[] = [
  invalidExpressions,
  undefinedNames,
  absentKeys,
  calls,
  fields,
];
const scopeRules: readonly ScopeRule[] = [looseBraces, functionNames, loops, guards];

/** Everything about names in a page or component: what is read, and whether it is there. */
export const scopeRule: DocumentRule = (document, context) => {
  if (document.dialect === 'test') return;
  let checker = checkers.get(document);
  if (!checker) checkers.set(document, (checker = new ScopeChecker(document)));
  checker.check(context);
};

const checkers = new WeakMap<SyntaxDocument, ScopeChecker>();
const none: readonly Finding[] = [];

/** Checks one document again and again; uses are looked at anew where they or the names there are changed. */
class ScopeChecker {
  private readonly collector = new FactCollector();
  private scope: DocumentScope | null = null;
  private readonly kept = new WeakMap<Facts, { names: ScopeNames; findings: readonly Finding[] }>();

  constructor(private readonly document: SyntaxDocument) {}

  check(context: DocumentContext): void {
    const { document } = this;
    const [root] = this.collector.of(document, context.catalogue);
    // Applications keep their names by other rules.
    if (root?.place.name !== 'q:component') return;
    const { catalogue, path } = context;
    this.scope = documentScope(root, { text: document.text, catalogue, path }, this.scope);
    const scoped: ScopeContext = { ...context, document, root, scope: this.scope };
    const regions = new Map(this.scope.regions.map((region) => [region.facts, region]));
    const region = regions.get(root);
    if (region) {
      for (const finding of this.uses(root, region, regions, scoped)) context.report.add(finding);
    }
    for (const rule of scopeRules) rule(scoped);
  }

  private uses(
    facts: Facts,
    around: Region,
    regions: ReadonlyMap<Facts, Region>,
    context: ScopeContext,
  ): readonly Finding[] {
    const { names } = context.scope;
    const known = this.kept.get(facts);
    if (known?.names === names) return known.findings;
    const region = regions.get(facts) ?? around;
    const found: Finding[] = [];
    const own = { ...context, report: reportInto(found) };
    for (const use of facts.ownUses) for (const rule of useRules) rule(use, region, own);
    for (const inner of facts.inner) {
      for (const finding of this.uses(inner, region, regions, context)) found.push(finding);
    }
    const findings = found.length > 0 ? found : none;
    this.kept.set(facts, { names, findings });
    return findings;
  }
}
