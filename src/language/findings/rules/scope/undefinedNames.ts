import { nearest } from '../../../catalogue/nearest.js';
import type { ReadName } from '../../../expression/names.js';
import { isWithin, reaches } from '../../../scope/region.js';
import type { Definition } from '../../../scope/definition.js';
import { spanOf, type ExpressionUse } from '../../../scope/expressionUse.js';
import type { Fix } from '../../finding.js';
import type { NamesContext, UseRule } from './scopeRule.js';

/** Names an expression reads that nothing binds, or nothing before it. */
export const undefinedNames: UseRule = (use, context) => {
  if (use.mode === 'row' || use.mode === 'foreign') return;
  for (const read of use.names) checkName(read, use, context);
};

function checkName(read: ReadName, use: ExpressionUse, context: NamesContext): void {
  const { names } = context;
  const { name } = read;
  if (names.isImplicit(name)) return;
  const definitions = names.definitions(name);
  if (definitions.some((definition) => reaches(definition, use.element))) {
    checkOrder(read, use, definitions, context);
    return;
  }
  if (names.mayKnowMore() || mayBeUploaded(use)) return;
  if (names.around(name).length > 0) {
    const message = `An action runs without its page, so ${name} does not exist here: the request stops with an error. Read it from form, from a parameter of the action, or query it again here.`;
    report('action-reads-page', read, use, message, [], context);
    return;
  }
  const scope = names.scopeOf(name);
  if (scope !== null) {
    bareScopeName(read, use, scope, context);
    return;
  }
  const candidates = [...names.visible(), ...names.implicit()];
  const [guess] = nearest(name, candidates);
  const fixes = guess === undefined ? [] : [write(read, use, guess)];
  const advice =
    guess === undefined ? 'Set it first, or correct the name.' : `Did you mean ${guess}?`;
  report(
    'undefined-variable',
    read,
    use,
    `There is no variable ${name} here: ${consequence(read, use)}. ${advice}`,
    fixes,
    context,
  );
}

/** A file that was sent is there by the name of its field, and any form may have sent it. */
function mayBeUploaded({ element, attribute }: ExpressionUse): boolean {
  return element.tag.name === 'q:file' && attribute?.name === 'file';
}

function checkOrder(
  read: ReadName,
  use: ExpressionUse,
  definitions: readonly Definition[],
  context: NamesContext,
): void {
  if (use.mode !== 'statement' || use.place.tag?.isStatement !== true) return;
  const at = use.element.tag.start;
  if (context.names.own(read.name) !== definitions) return;
  const isLater = definitions.every(
    (one) =>
      one.kind !== 'parameter' &&
      one.element.tag.start >= at &&
      // What is set in the same loop was set the time before.
      !sharesLoop(one, use) &&
      !(one.element === use.element && one.place.name === 'q:loop'),
  );
  if (!isLater) return;
  const message = `${read.name} is set behind this statement, so the page stops here with an error. Move the statement that sets it up.`;
  report('used-before-set', read, use, message, [], context);
}

function sharesLoop({ element }: Definition, use: ExpressionUse): boolean {
  for (let at = use.element.parent; at; at = at.parent) {
    if (at.tag.name === 'q:loop' && isWithin(element, at)) return true;
  }
  return false;
}

function bareScopeName(
  read: ReadName,
  use: ExpressionUse,
  scope: string,
  context: NamesContext,
): void {
  const full = `${scope}.${read.name}`;
  const fixes = [write(read, use, full)];
  if (use.mode === 'markup') {
    const message = `${read.name} is found in ${scope} in markup only; in conditions and statements it is not. Write ${full}.`;
    report('bare-scope-name', read, use, message, fixes, context);
    return;
  }
  const message = `There is no variable ${read.name} here: ${consequence(read, use)}. Write ${full}.`;
  report('undefined-variable', read, use, message, fixes, context);
}

function consequence({ name }: ReadName, use: ExpressionUse): string {
  switch (use.mode) {
    case 'condition':
      return `the condition is always false, even for "not ${name}"`;
    case 'statement':
      return 'the page stops with an error';
    case 'prop':
      return 'drawing the component stops with an error';
    case 'markup':
    case 'row':
    case 'foreign':
      return `visitors see {${use.source.trim()}} as it is written`;
  }
}

function write(read: ReadName, use: ExpressionUse, name: string): Fix {
  const at = use.anchor.start;
  const { start, end } = spanOf(use, read);
  const edits = [{ start: at + start, end: at + end, text: name }];
  return { title: `Write ${name}`, edits, isPreferred: true };
}

function report(
  code: 'undefined-variable' | 'used-before-set' | 'bare-scope-name' | 'action-reads-page',
  read: ReadName,
  use: ExpressionUse,
  message: string,
  fixes: readonly Fix[],
  context: NamesContext,
): void {
  const more = fixes.length > 0 ? { fixes: () => fixes } : {};
  const { start, end } = spanOf(use, read);
  context.report.at(code, use.anchor, start, end, message, more);
}
