import type { Catalogue } from '../catalogue/types.js';
import type { FunctionCall, ReadName } from '../expression/names.js';
import { spanOf, type ExpressionUse } from '../scope/expressionUse.js';
import { KeptAnswers } from '../scope/keptAnswers.js';
import type { NameLookup } from '../scope/nameLookup.js';
import { reaches } from '../scope/region.js';
import type { Outermost } from '../scope/scopesOf.js';
import { addDefinitions } from './definitionTokens.js';
import { TokenCollector, type SemanticToken } from './semanticToken.js';

type Meaning = Pick<SemanticToken, 'type' | 'modifier'>;

interface Known {
  readonly names: NameLookup;
  readonly catalogue: Catalogue;
  readonly builtIn: ReadonlySet<string>;
}

type Answers = KeptAnswers<readonly SemanticToken[]>;
const kept = new WeakMap<Catalogue, Answers>();

/**
 * The names that are bound in an outermost element, and those its expressions read. Counted from the start
 * of their element, and made once as long as neither that nor the names in it are changed.
 */
export function nameTokens(
  { facts, scope }: Outermost,
  catalogue: Catalogue,
  text: string,
): readonly SemanticToken[] {
  let answers = kept.get(catalogue);
  if (!answers) kept.set(catalogue, (answers = answersBy(catalogue)));
  return answers.of(facts, scope, text) ?? [];
}

function answersBy(catalogue: Catalogue): Answers {
  const builtIn = new Set(catalogue.functions.map(({ name }) => name));
  return new KeptAnswers((facts, names, inner) => {
    const collector = new TokenCollector(facts.element.tag.start);
    const known = { names, catalogue, builtIn };
    addDefinitions(facts, collector);
    for (const use of facts.ownUses) addUse(use, known, collector);
    for (const [at, one] of facts.inner.entries()) {
      collector.addAll(inner[at] ?? [], one.element.tag.start);
    }
    return collector.tokens;
  });
}

function addUse(use: ExpressionUse, known: Known, tokens: TokenCollector): void {
  const names = use.names.map((read) => ({ read, meaning: meaningOf(read, use, known) }));
  const calls = use.calls.map((call) => ({ call, meaning: calledMeaning(call, known) }));
  // Braces of a style or a script: ours only where all in them is.
  const isForeign = use.mode === 'foreign';
  if (isForeign && [...names, ...calls].some(({ meaning }) => meaning === null)) return;
  const base = use.anchor.start;
  const add = (part: { start: number; end: number }, { type, modifier }: Meaning): void => {
    const { start, end } = spanOf(use, part);
    tokens.add(base + start, base + end, type, modifier);
  };
  for (const { call, meaning } of calls) if (meaning) add(call, meaning);
  for (const { read, meaning } of names) {
    if (meaning) add(read, meaning);
    for (const step of read.path) if (step.kind === 'member' && step.name) add(step, property);
  }
}

const property: Meaning = { type: 'property', modifier: null };
const variable: Meaning = { type: 'variable', modifier: null };
const parameter: Meaning = { type: 'parameter', modifier: null };
const framework: Meaning = { type: 'variable', modifier: 'defaultLibrary' };

/** Null for a name that nothing here binds. */
function meaningOf(
  { name }: ReadName,
  use: ExpressionUse,
  { names, catalogue }: Known,
): Meaning | null {
  if (use.mode === 'row') return property;
  const bound = names.definitions(name).find((one) => reaches(one, use.element));
  if (bound?.attribute) return bound.kind === 'parameter' ? parameter : variable;
  if (names.isImplicit(name)) return isFrameworks(name, catalogue) ? framework : parameter;
  return bound ? variable : null;
}

/** Otherwise it is a part of the page's address: `id` of `[id].q`. */
function isFrameworks(name: string, { scopes, implicitVariables }: Catalogue): boolean {
  return [...scopes, ...implicitVariables].some((one) => one.name === name);
}

/** A function of the page that is called like a built-in one is never called. */
function calledMeaning({ name }: FunctionCall, { builtIn, names }: Known): Meaning | null {
  if (builtIn.has(name)) return { type: 'function', modifier: 'defaultLibrary' };
  return names.function(name) ? { type: 'function', modifier: null } : null;
}
