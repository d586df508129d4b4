import type { LanguageContext } from '../completion/languageContext.js';
import type { Span } from '../expression/ast.js';
import { tokenBefore } from '../place/elementAt.js';
import type { Facts } from '../scope/facts.js';
import { endOfNode } from '../syntax/element.js';
import { endOf } from '../syntax/token.js';
import type { Hint, HintSettings } from './hint.js';
import { parameterHints } from './parameterHints.js';
import { routeHint } from './routeHints.js';
import { variableHints } from './variableHints.js';

/** What a part of a document does not say by itself, in its order. Looks at nothing outside of `range`. */
export function hintsIn(context: LanguageContext, range: Span, settings: HintSettings): Hint[] {
  const hints: Hint[] = [];
  for (const { facts } of context.names.outermost())
    ofFacts(facts, range, settings, context, hints);
  if (settings.routes) ofLinks(context, range, hints);
  return hints
    .filter(({ offset }) => range.start <= offset && offset <= range.end)
    .sort((a, b) => a.offset - b.offset);
}

function ofFacts(
  facts: Facts,
  range: Span,
  settings: HintSettings,
  context: LanguageContext,
  into: Hint[],
): void {
  const { element, ownUses, inner } = facts;
  if (element.tag.start > range.end || endOfNode(element) < range.start) return;
  if (touches(element.tag, range)) into.push(...variableHints(facts, settings, context));
  if (settings.parameterNames) {
    for (const use of ownUses) {
      if (touches(use.anchor, range)) into.push(...parameterHints(use, context));
    }
  }
  for (const one of inner) ofFacts(one, range, settings, context, into);
}

function ofLinks(context: LanguageContext, range: Span, into: Hint[]): void {
  const { document } = context;
  const first = tokenBefore(document, range.start)?.index ?? 0;
  for (let at = first; at < document.tokens.length; at += 1) {
    const token = document.tokens[at];
    if (!token || token.start > range.end) return;
    const hint = token.kind === 'start' && token.element && routeHint(token.element, context);
    if (hint) into.push(hint);
  }
}

function touches(token: Facts['ownUses'][number]['anchor'], { start, end }: Span): boolean {
  return token.start <= end && endOf(token) >= start;
}
