import type { LanguageContext } from '../completion/languageContext.js';
import type { Span } from '../expression/ast.js';
import { tokenBefore } from '../place/elementAt.js';
import type { Facts } from '../scope/facts.js';
import { endOfNode } from '../syntax/element.js';
import { endOf } from '../syntax/token.js';
import type { Hint, HintSettings } from './hint.js';
import { ParameterHints } from './parameterHints.js';
import { routeHint } from './routeHints.js';
import { variableHints } from './variableHints.js';

/** What a part of a document does not say by itself, in its order. Looks at nothing outside of `range`. */
export function hintsIn(context: LanguageContext, range: Span, settings: HintSettings): Hint[] {
  const hints: Hint[] = [];
  const parameters = new ParameterHints(context);
  for (const outermost of context.names.outermost()) {
    for (const facts of factsIn(outermost.facts, range)) {
      if (touches(facts.element.tag, range)) hints.push(...variableHints(facts, settings, context));
      if (!settings.parameterNames) continue;
      for (const use of facts.ownUses) {
        if (touches(use.anchor, range)) hints.push(...parameters.of(use));
      }
    }
  }
  if (settings.routes) ofLinks(context, range, hints);
  return hints
    .filter(({ offset }) => range.start <= offset && offset <= range.end)
    .sort((a, b) => a.offset - b.offset);
}

/** The elements that reach into `range`. */
function* factsIn(facts: Facts, range: Span): Generator<Facts> {
  const { element, inner } = facts;
  if (element.tag.start > range.end || endOfNode(element) < range.start) return;
  yield facts;
  for (const one of inner) yield* factsIn(one, range);
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
