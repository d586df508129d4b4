import type { LanguageContext } from '../completion/languageContext.js';
import { calledComponent } from '../completion/projectNames.js';
import { placeOf, tokenBefore } from '../place/elementAt.js';
import type { TextChange } from '../syntax/document.js';
import { endOf, type Attribute, type StartTag } from '../syntax/token.js';
import { offered, type Refactoring } from './refactoring.js';

/**
 * Attributes in one order: those of the framework's tags as its documentation lists them, props as the
 * component declares them, HTML's by the alphabet behind `id` and `class`. White space stays where it is, so
 * that a tag over several lines keeps its lines.
 */
export const sortAttributes: Refactoring = {
  kind: 'refactor.rewrite.attributes',
  offer: ({ context, start, end }) => {
    for (const tag of tagsIn(context, start, end)) {
      if (!sorted(tag, context)) continue;
      return offered('Sort attributes', () => ({
        edits: [...tagsIn(context, start, end)].flatMap((one) => editOf(one, context)),
      }));
    }
    return null;
  },
};

/** The start tags that a marked stretch touches. */
function* tagsIn({ document }: LanguageContext, start: number, end: number): Generator<StartTag> {
  const { tokens } = document;
  for (let at = tokenBefore(document, start)?.index ?? 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token || token.start > end) return;
    if (token.kind === 'start' && endOf(token) >= start) yield token;
  }
}

/** The attributes in their order; null where they stand in it, or where the tag is broken. */
function sorted(tag: StartTag, context: LanguageContext): Attribute[] | null {
  if (tag.attributes.length < 2 || tag.problems.length > 0 || !tag.element) return null;
  const rank = ranking(tag, context);
  const inOrder = [...tag.attributes].sort(
    (a, b) => rank(a.name) - rank(b.name) || compare(a.name, b.name),
  );
  return inOrder.every((one, at) => one === tag.attributes[at]) ? null : inOrder;
}

function editOf(tag: StartTag, context: LanguageContext): TextChange[] {
  const inOrder = sorted(tag, context);
  if (!inOrder) return [];
  const { text } = context.document;
  const written = ({ start, end }: Attribute): string =>
    text.slice(tag.start + start, tag.start + end);
  return tag.attributes.flatMap((old, at) => {
    const one = inOrder[at];
    if (!one || one === old) return [];
    return { start: tag.start + old.start, end: tag.start + old.end, text: written(one) };
  });
}

function ranking(tag: StartTag, context: LanguageContext): (name: string) => number {
  const order = orderOf(tag, context);
  return (name) => {
    if (name === 'xmlns' || name.startsWith('xmlns:')) return -1;
    const at = order.indexOf(name);
    return at < 0 ? order.length : at;
  };
}

function orderOf({ element, name }: StartTag, context: LanguageContext): readonly string[] {
  const place = element ? placeOf(element, context.catalogue) : null;
  if (place?.tag) return place.tag.attributes.flatMap((one) => [one.name, ...one.aliases]);
  if (place?.kind !== 'call') return ['id', 'class'];
  return calledComponent(context, name)?.params.map((param) => param.name) ?? [];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
