import { isDrawn, isRunStatement, lookedThroughTo } from '../../place/drawn.js';
import type { Place } from '../../place/place.js';
import type { Element } from '../../syntax/element.js';
import { attributeNamed, said, textSaid, valueOf } from '../reads.js';
import type { ElementContext, ElementRule } from '../rule.js';

/** A loop runs its statements for all rows before the first row is drawn: every row would show the last. */
export const drawingLoop: ElementRule = (element, context) => {
  const { place } = context;
  if (place.reading.name !== 'q:loop' || place.reading.as !== 'statement') return;
  const around = lookedThroughTo(place);
  if (!around || around.some((at) => isDrawn(at) || at.reading.name === 'q:loop')) return;
  const named = namedStatements(element, place);
  if (named.length === 0 || !draws(element, place, context)) return;
  const shown = expressionsIn(element, place, context);
  const groups = [...shown.matchAll(/\{([^{}]*)\}/g)].map(([, inside = '']) => inside);
  for (const { statement, name } of named) {
    const isShown = groups.some((group) => mentions(group, name));
    if (!isShown) continue;
    const message =
      name === ''
        ? `<${statement.tag.name}> needs a name here: without one it is taken for what the rows show, and the file is refused.`
        : `Every row would show the last ${name}: statements of a loop run for all rows before any is drawn, so the file is refused. Compute it in the expression.`;
    context.report.atName('set-in-drawing-loop', statement, message);
  }
};

function mentions(group: string, name: string): boolean {
  const escaped = name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\p{L}\p{N}_.])${escaped}(?![\p{L}\p{N}_])`, 'u').test(group);
}

/**
 * What a statement is called when it does not say; null when it then has no name. An empty name is found
 * wherever two characters meet that are no letters, as in `{a + 1}`.
 */
const unsaidNames: Readonly<Record<string, string | null>> = {
  'q:mail': 'mail',
  'q:query': '',
  'q:invoke': '',
  'q:action': '',
  'q:decorator': '',
  'q:pydecorator': '',
  'ui:color': '',
  'ui:theme': null,
};

/** Statements that have a name, besides those above. */
const named = new Set(
  (
    'q:set q:data q:llm q:agent q:team q:knowledge q:websocket q:message q:subscribe q:queue q:schedule ' +
    'q:thread q:job q:class q:pyclass q:function q:return'
  ).split(' '),
);

function nameOf(element: Element, tag: string): string | null {
  const unsaid = unsaidNames[tag];
  if (unsaid === undefined && !named.has(tag)) return null;
  return attributeNamed(element, 'name') ? said(element, 'name') : (unsaid ?? null);
}

interface NamedStatement {
  readonly statement: Element;
  readonly name: string;
}

/** Statements of a loop outside of markup. */
function namedStatements(element: Element, place: Place): NamedStatement[] {
  const found: NamedStatement[] = [];
  for (const child of element.children) {
    if (child.kind !== 'element') continue;
    const inner = place.enter(child.tag.name);
    const { name } = inner.reading;
    if (isRunStatement(inner)) {
      const own = nameOf(child, name ?? '');
      if (own !== null) found.push({ statement: child, name: own });
    } else if (isTransparent(inner)) found.push(...namedStatements(child, inner));
  }
  return found;
}

function isTransparent({ reading }: Place): boolean {
  if (reading.as === 'branch') return true;
  return reading.as === 'statement' && (reading.name === 'q:if' || reading.name === 'q:loop');
}

/** Whether anything is drawn for each row. */
function draws(element: Element, place: Place, context: ElementContext): boolean {
  return element.children.some((child) => {
    if (child.kind !== 'element') return textSaid(child, context.source).trim() !== '';
    const inner = place.enter(child.tag.name);
    return isDrawn(inner) || (isTransparent(inner) && draws(child, inner, context));
  });
}

/** All that is evaluated while the rows are drawn, in one text. */
function expressionsIn(element: Element, place: Place, context: ElementContext): string {
  const parts: string[] = [];
  for (const child of element.children) {
    if (child.kind !== 'element') {
      parts.push(textSaid(child, context.source));
      continue;
    }
    const inner = place.enter(child.tag.name);
    const { as, name } = inner.reading;
    if (as === 'markup' || as === 'call') {
      parts.push(...child.tag.attributes.map((attribute) => valueOf(attribute)));
    } else if (name === 'q:if' || name === 'q:elseif') parts.push(`{${said(child, 'condition')}}`);
    else if (name === 'q:loop') parts.push(`{${said(child, 'items')}}`);
    if (isDrawn(inner) || isTransparent(inner)) parts.push(expressionsIn(child, inner, context));
  }
  return parts.join('\n');
}
