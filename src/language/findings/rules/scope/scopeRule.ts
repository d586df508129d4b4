import type { ExpressionUse } from '../../../scope/expressionUse.js';
import type { Facts } from '../../../scope/facts.js';
import { KeptAnswers } from '../../../scope/keptAnswers.js';
import type { NameLookup } from '../../../scope/nameLookup.js';
import { scopesOf, type Outermost } from '../../../scope/scopesOf.js';
import type { SyntaxDocument } from '../../../syntax/document.js';
import type { Catalogue } from '../../../catalogue/types.js';
import type { Finding } from '../../finding.js';
import { reportInto, type Report } from '../../rule.js';
import type { DocumentContext, DocumentRule } from '../../rules.js';
import { absentKeys } from './absentKeys.js';
import { calls } from './calls.js';
import { columnKeys } from './columnKeys.js';
import { fields } from './fields.js';
import { functionNames } from './functionNames.js';
import { invalidExpressions, looseBraces } from './invalidExpressions.js';
import { loops } from './loops.js';
import { undefinedNames } from './undefinedNames.js';

/** What the rules about one element's names may use; what they find is kept until one of these changes. */
export interface NamesContext {
  readonly names: NameLookup;
  readonly catalogue: Catalogue;
  readonly report: Report;
}

/** A document with its variables, for the rules about all of them. */
export interface ScopeContext extends DocumentContext, Outermost {}

/** Looks at one expression where it stands. */
export type UseRule = (use: ExpressionUse, context: NamesContext) => void;
/** Looks at what one element binds and reads. */
export type FactsRule = (facts: Facts, context: NamesContext) => void;
/** Looks at all variables of a document, after every edit. */
export type ScopeRule = (context: ScopeContext) => void;

const useRules: readonly UseRule[] = [
  invalidExpressions,
  undefinedNames,
  absentKeys,
  calls,
  fields,
];
const factsRules: readonly FactsRule[] = [looseBraces, loops, columnKeys];
const scopeRules: readonly ScopeRule[] = [functionNames];

/** Everything about names in a page or component: what is read, and whether it is there. */
export const scopeRule: DocumentRule = (document, context) => {
  if (document.dialect === 'test') return;
  const { catalogue, path, report } = context;
  const [root] = scopesOf(document, catalogue, path);
  // Applications keep their names by other rules.
  if (root?.facts.place.name !== 'q:component') return;
  const found = answersFor(document, catalogue).of(root.facts, root.scope, document.text);
  for (const finding of found ?? none) report.add(finding);
  for (const rule of scopeRules) rule({ ...context, ...root });
};

const none: readonly Finding[] = [];

type Answers = KeptAnswers<readonly Finding[]>;
const kept = new WeakMap<SyntaxDocument, { catalogue: Catalogue; answers: Answers }>();

function answersFor(document: SyntaxDocument, catalogue: Catalogue): Answers {
  const known = kept.get(document);
  if (known?.catalogue === catalogue) return known.answers;
  const answers = new KeptAnswers<readonly Finding[]>((facts, names, inner) => {
    const found: Finding[] = [];
    const context = { names, catalogue, report: reportInto(found) };
    for (const rule of factsRules) rule(facts, context);
    for (const use of facts.ownUses) for (const rule of useRules) rule(use, context);
    for (const findings of inner) for (const finding of findings) found.push(finding);
    return found.length > 0 ? found : none;
  });
  kept.set(document, { catalogue, answers });
  return answers;
}
