import type { Catalogue } from '../catalogue/types.js';
import type { FunctionCall, ReadName } from '../expression/names.js';
import {
  definitionsNamed,
  reaches,
  type DocumentScope,
  type Region,
  type ScopeNames,
} from '../scope/documentScope.js';
import { spanOf, type ExpressionUse } from '../scope/expressionUse.js';
import type { Facts } from '../scope/facts.js';
import { addDefinitions } from './definitionTokens.js';
import { TokenCollector, type SemanticToken } from './semanticToken.js';

type Meaning = Pick<SemanticToken, 'type' | 'modifier'>;

interface Known {
  readonly scope: DocumentScope;
  readonly regions: ReadonlyMap<Facts, Region>;
  readonly catalogue: Catalogue;
  readonly builtIn: ReadonlySet<string>;
}

const kept = new WeakMap<Facts, { names: ScopeNames; tokens: readonly SemanticToken[] }>();

/**
 * The names that are bound in what `facts` are of, and those its expressions read. Counted from the start
 * of their element, and made once as long as neither that nor any name is changed.
 */
export function nameTokens(
  facts: Facts,
  scope: DocumentScope,
  catalogue: Catalogue,
): readonly SemanticToken[] {
  const regions = new Map(scope.regions.map((region) => [region.facts, region]));
  const builtIn = new Set(catalogue.functions.map(({ name }) => name));
  const outermost = regions.get(facts);
  return outermost ? tokensOf(facts, outermost, { scope, regions, catalogue, builtIn }) : [];
}

function tokensOf(facts: Facts, around: Region, known: Known): readonly SemanticToken[] {
  const { names } = known.scope;
  const before = kept.get(facts);
  if (before?.names === names) return before.tokens;
  const region = known.regions.get(facts) ?? around;
  const collector = new TokenCollector(facts.element.tag.start);
  addDefinitions(facts, collector);
  for (const use of facts.ownUses) addUse(use, region, known, collector);
  for (const inner of facts.inner) {
    collector.addAll(tokensOf(inner, region, known), inner.element.tag.start);
  }
  const { tokens } = collector;
  kept.set(facts, { names, tokens });
  return tokens;
}

function addUse(use: ExpressionUse, region: Region, known: Known, tokens: TokenCollector): void {
  const names = use.names.map((read) => ({ read, meaning: meaningOf(read, use, region, known) }));
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
  region: Region,
  { catalogue }: Known,
): Meaning | null {
  if (use.mode === 'row') return property;
  const bound = definitionsNamed(region, name).find((one) => reaches(one, use.element));
  if (bound?.attribute) return bound.kind === 'parameter' ? parameter : variable;
  if (region.implicit.has(name)) return isFrameworks(name, catalogue) ? framework : parameter;
  return bound ? variable : null;
}

/** Otherwise it is a part of the page's address: `id` of `[id].q`. */
function isFrameworks(name: string, { scopes, implicitVariables }: Catalogue): boolean {
  return [...scopes, ...implicitVariables].some((one) => one.name === name);
}

/** A function of the page that is called like a built-in one is never called. */
function calledMeaning({ name }: FunctionCall, { builtIn, scope }: Known): Meaning | null {
  if (builtIn.has(name)) return { type: 'function', modifier: 'defaultLibrary' };
  return scope.names.functions.has(name) ? { type: 'function', modifier: null } : null;
}
