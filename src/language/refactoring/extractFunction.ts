import type { LanguageContext } from '../completion/languageContext.js';
import type { Expression } from '../expression/ast.js';
import { namesRead } from '../expression/names.js';
import { childrenOf } from '../expression/walk.js';
import { placeOf, tokenBefore, elementAround } from '../place/elementAt.js';
import { spanOf, usesOf, type ExpressionUse } from '../scope/expressionUse.js';
import { definitionsNamed, type Region } from '../scope/region.js';
import type { Element } from '../syntax/element.js';
import { loopGiving } from './drawnLoops.js';
import { componentOf } from './imports.js';
import { freshFunction, newFunction } from './newFunction.js';
import { isSure, servesPages, type OutsideName } from './outsideNames.js';
import { offered, refused, type Changes, type Marked, type Refactoring } from './refactoring.js';
import { encoded } from './substitution.js';

const title = 'Extract function';

/** What is marked of an expression becomes a `q:function`, which is called in its place with what it reads. */
export const extractFunction: Refactoring = {
  kind: 'refactor.extract.function',
  offer: (marked) => {
    const { context } = marked;
    const root = componentOf(context);
    const found =
      root && context.document.pairingProblems.length === 0 ? expressionAt(marked) : null;
    if (!root || !found) return null;
    const region = context.names.around(found.use.element)?.region;
    if (region?.facts.element !== root) return null;
    const names = outsideNames(found, region, context);
    const refusal = refusalOf(found, names, region, root, context);
    return refusal === null
      ? offered(title, () => changesOf(found, names, root, context))
      : refused(title, refusal);
  },
};

interface Found {
  readonly use: ExpressionUse;
  readonly node: Expression;
}

/** The expression that is marked, or in whose braces the caret stands; one that calculates something. */
function expressionAt({ context, start, end }: Marked): Found | null {
  const { document, catalogue } = context;
  const { text } = document;
  const isCaret = start === end;
  while (start < end && /\s/.test(text[start] ?? '')) start += 1;
  while (start < end && /\s/.test(text[end - 1] ?? '')) end -= 1;
  const token = tokenBefore(document, start + 1);
  const element = token?.kind === 'start' ? token.element : elementAround(document, start);
  if (!token || !element) return null;
  for (const use of usesOf(element, placeOf(element, catalogue), text).expressions) {
    const { ast, problems } = use.parsed;
    if (use.anchor !== token || !ast || problems.length > 0) continue;
    if (use.mode === 'row' || use.mode === 'foreign' || token.kind === 'cdata') continue;
    const whole = spanOf(use, { start: 0, end: use.source.length });
    if (token.start + whole.start > start || token.start + whole.end < end) continue;
    const node = isCaret ? ast : nodeAt(ast, use, start - token.start, end - token.start);
    return node && calculates(node) ? { use, node } : null;
  }
  return null;
}

function nodeAt(
  node: Expression,
  use: ExpressionUse,
  start: number,
  end: number,
): Expression | null {
  const span = spanOf(use, node);
  if (span.start === start && span.end === end) return node;
  for (const child of childrenOf(node)) {
    const found = nodeAt(child, use, start, end);
    if (found) return found;
  }
  return null;
}

/** Names and values alone are nothing to make a function of. */
function calculates(node: Expression): boolean {
  if (node.kind === 'parenthesized') return calculates(node.inner);
  return !plain.has(node.kind);
}

const plain = new Set<Expression['kind']>([
  'name',
  'number',
  'string',
  'constant',
  'member',
  'subscript',
  'slice',
  'missing',
  'broken',
]);

function outsideNames(
  { use, node }: Found,
  region: Region,
  { catalogue }: LanguageContext,
): OutsideName[] {
  const names = new Map<string, OutsideName>();
  for (const { name, path } of namesRead(node)) {
    const [step] = path;
    const isByProperty = step?.kind === 'member' && step.name !== 'length';
    names.set(name, {
      name,
      definitions: definitionsNamed(region, name),
      loop: loopGiving(name, use.element, catalogue),
      isReadByProperty: isByProperty || names.get(name)?.isReadByProperty === true,
    });
  }
  return [...names.values()];
}

function refusalOf(
  { use, node }: Found,
  names: readonly OutsideName[],
  region: Region,
  root: Element,
  context: LanguageContext,
): string | null {
  for (const one of names) {
    const { name, definitions, loop } = one;
    if (!isSure(one, region, root, servesPages(context)) || scopes.has(name)) {
      return `${name} may have no value, and a function cannot be handed none.`;
    }
    if (!loop && one.isReadByProperty && definitions.some(({ kind }) => kind === 'rows')) {
      return `It reads a field of ${name} itself, which the page alone has while ${name} is one row.`;
    }
  }
  const isByPath = namesRead(node).some(({ path }) => path.length > 0);
  if (use.mode === 'condition' && isByPath) {
    return 'In a condition what is missing counts as false; in a function it stops the page.';
  }
  return null;
}

const scopes = new Set(['session', 'application', 'request', 'cookie', 'form', 'query']);

function changesOf(
  { use, node }: Found,
  names: readonly OutsideName[],
  root: Element,
  context: LanguageContext,
): Changes {
  const name = freshFunction(context);
  const source = use.source.slice(node.start, node.end).replaceAll(/\s*\n\s*/g, ' ');
  const value = encoded(source, { attribute: { quote: '"' } });
  const made = newFunction(root, name, names, () => [`<q:return value="{${value}}" />`], context);
  const span = spanOf(use, node);
  const start = use.anchor.start + span.start;
  const call = `${name}(${names.map((one) => one.name).join(', ')})`;
  return {
    edits: [made, { start, end: use.anchor.start + span.end, text: call }],
    nameAt: start + (made.start <= start ? made.text.length : 0),
  };
}
