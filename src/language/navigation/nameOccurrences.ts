import type { LanguageContext } from '../completion/languageContext.js';
import type { FunctionCall, ReadName } from '../expression/names.js';
import type { Definition } from '../scope/definition.js';
import { spanOf, type ExpressionUse } from '../scope/expressionUse.js';
import type { Facts } from '../scope/facts.js';
import { isRegion } from '../scope/facts.js';
import type { Region } from '../scope/region.js';
import type { Outermost } from '../scope/scopesOf.js';
import { writtenNames } from './writtenName.js';
import { resolve, symbolOf } from './resolve.js';
import type { Element } from '../syntax/element.js';
import type { NamedSymbol, Occurrence } from './symbol.js';

/** What is looked at. */
export interface NamesLook {
  /** Whether an element is, with what is in it. */
  readonly holds: (element: Element) => boolean;
  /** Whether names that are read are, not those alone that are bound. */
  readonly reads: boolean;
}

interface At {
  readonly root: Outermost;
  readonly context: LanguageContext;
  readonly into: Occurrence[];
  readonly look: NamesLook;
}

/** Variables, functions and what is set in scopes: where they are bound, and where expressions read them. */
export function nameOccurrences(
  root: Outermost,
  context: LanguageContext,
  into: Occurrence[],
  look: NamesLook,
): void {
  const region = root.scope.regionAt(root.facts);
  if (region) ofFacts(root.facts, region, { root, context, into, look });
}

function ofFacts(facts: Facts, around: Region, at: At): void {
  if (!at.look.holds(facts.element)) return;
  const region = at.root.scope.regionAt(facts) ?? around;
  for (const definition of facts.bound) {
    const isOutward = isRegion(facts.place) && facts.outward.includes(definition);
    ofDefinition(definition, isOutward ? around : region, at);
  }
  if (at.look.reads) for (const use of facts.ownUses) ofUse(use, region, at);
  for (const inner of facts.inner) ofFacts(inner, region, at);
}

function ofDefinition(definition: Definition, region: Region, at: At): void {
  // Imports bind names for tags, not for expressions.
  if (definition.kind === 'component') return;
  const base = definition.element.tag.start;
  for (const written of writtenNames(definition)) {
    if (written.isDerived) continue;
    const symbol = symbolOf(definition, written, region, at.context);
    at.into.push(occurrence(symbol, base + written.start, base + written.end, true));
  }
}

function ofUse(use: ExpressionUse, region: Region, at: At): void {
  if (use.mode === 'row') return;
  for (const read of use.names) ofRead(read, use, region, at);
  for (const call of use.calls) ofCall(call, use, at);
}

function ofRead(read: ReadName, use: ExpressionUse, region: Region, at: At): void {
  const { scope } = at.root;
  const base = use.anchor.start;
  const resolved = resolve(read.name, use.element, region, at.context);
  if (resolved) {
    const { start } = spanOf(use, read);
    const { symbol, written } = resolved;
    at.into.push(occurrence(symbol, base + start, base + start + written.length, false));
    return;
  }
  const [step] = read.path;
  if (scopes.has(read.name) && step?.kind === 'member' && step.name) {
    const { start, end } = spanOf(use, step);
    const symbol: NamedSymbol = { kind: 'scoped', name: step.name, owner: read.name };
    at.into.push(occurrence(symbol, base + start, base + end, false));
    return;
  }
  const isImplicit = region.implicit.has(read.name);
  if (use.mode === 'foreign' && !isImplicit) return;
  const { start, end } = spanOf(use, read);
  const symbol = isImplicit ? implicit(read.name) : unbound(read.name, region, scope.names.scoped);
  at.into.push(occurrence(symbol, base + start, base + end, false));
}

function implicit(name: string): NamedSymbol {
  return { kind: 'implicit', name, owner: '' };
}

/** A name that nothing binds: markup finds it in a scope. */
function unbound(name: string, region: Region, scoped: readonly Definition[]): NamedSymbol {
  const owner = scoped.find((one) => one.name === name)?.scope ?? null;
  return owner === null
    ? { kind: 'variable', name, owner: ownerOf(region) }
    : { kind: 'scoped', name, owner };
}

const scopes = new Set(['session', 'application', 'request', 'cookie']);

function ofCall(call: FunctionCall, use: ExpressionUse, at: At): void {
  const { scope } = at.root;
  const own = scope.names.functions.get(call.name);
  if (at.context.catalogue.functions.some(({ name }) => name === call.name)) return;
  const base = use.anchor.start;
  const { start, end } = spanOf(use, call);
  const symbol: NamedSymbol = { kind: 'function', name: call.name, owner: '' };
  at.into.push(occurrence(symbol, base + start, base + end, false));
  if (!own) return;
  const region = scope.regions.find(({ facts }) => facts.element === own.element);
  if (!region) return;
  for (const { name } of call.arguments) {
    if (!name || !region.definitions.has(name.name)) continue;
    const span = spanOf(use, name);
    const parameter: NamedSymbol = { kind: 'variable', name: name.name, owner: ownerOf(region) };
    at.into.push(occurrence(parameter, base + span.start, base + span.end, false));
  }
}

/** Tells the variables of a region from those of others. */
function ownerOf({ facts }: Region): string {
  return String(facts.element.tag.start);
}

function occurrence(
  symbol: NamedSymbol,
  start: number,
  end: number,
  isDefinition: boolean,
): Occurrence {
  return { symbol, start, end, isDefinition };
}
