import { attributeOf } from '../catalogue/lookups.js';
import type { LanguageContext } from '../completion/languageContext.js';
import { calledComponent } from '../completion/projectNames.js';
import { sqlHover } from '../embedded/sql/sqlHover.js';
import { decodeText } from '../expression/entities.js';
import { placeOf, tokenBefore } from '../place/elementAt.js';
import type { Place } from '../place/place.js';
import type { Element } from '../syntax/element.js';
import { endOf, type Attribute, type EndTag, type StartTag } from '../syntax/token.js';
import { describeAttribute, describeComponent, describeTag } from './describe.js';
import { expressionHover } from './expressionHover.js';
import { block, inline, parts } from './markdown.js';

/** What is known of the part of a document from `start` to before `end`, as Markdown. */
export interface Hover {
  readonly start: number;
  readonly end: number;
  readonly markdown: string;
}

/** What is known of what stands at `offset`; null where there is nothing to say. */
export function hoverAt(context: LanguageContext, offset: number): Hover | null {
  // A pointer is over the character behind it.
  const token = tokenBefore(context.document, offset + 1);
  switch (token?.kind) {
    case 'start':
      return token.element ? inStartTag(context, token, token.element, offset) : null;
    case 'end':
      return inEndTag(context, token, offset);
    case 'text':
      return (
        expressionHover(context, offset) ??
        sqlHover(context, offset) ??
        entityHover(context, offset)
      );
    case 'cdata':
      return expressionHover(context, offset) ?? sqlHover(context, offset);
    case 'raw':
    case 'comment':
    case 'instruction':
    case 'doctype':
    case undefined:
      return null;
    default:
      return token satisfies never;
  }
}

function inStartTag(
  context: LanguageContext,
  tag: StartTag,
  element: Element,
  offset: number,
): Hover | null {
  const place = placeOf(element, context.catalogue);
  const nameEnd = tag.start + 1 + tag.name.length;
  if (offset === tag.start) return null;
  if (offset < nameEnd) {
    return hover(tag.start + 1, nameEnd, ofName(context, place));
  }
  const at = offset - tag.start;
  const attribute = tag.attributes.find(({ start, end }) => start <= at && at < end);
  if (!attribute) return null;
  const start = tag.start + attribute.start;
  const end = start + attribute.name.length;
  if (offset < end) return hover(start, end, ofAttribute(context, place, attribute.name));
  return expressionHover(context, offset) ?? ofValue(place, tag, attribute, offset);
}

function ofName(context: LanguageContext, place: Place): string | null {
  if (place.tag) return describeTag(place.tag);
  if (place.kind !== 'call') return null;
  const summary = calledComponent(context, place.name);
  return summary ? describeComponent(summary) : null;
}

function ofAttribute(context: LanguageContext, place: Place, name: string): string | null {
  if (place.tag) {
    const known = attributeOf(place.tag, name);
    return known ? describeAttribute(place.tag, known) : null;
  }
  if (place.kind !== 'call') return null;
  const summary = calledComponent(context, place.name);
  const param = summary?.params.find((one) => one.name === name);
  if (!param) return null;
  const preset = param.default === null ? '' : `, ${inline(param.default)} by default`;
  const need = param.isRequired ? ', required' : preset;
  return `${inline(name)}: ${inline(param.type)}${need}, a parameter of ${inline(place.name)}`;
}

/** One of the values an attribute can have. */
function ofValue(
  place: Place,
  tag: StartTag,
  { name, value, valueStart }: Attribute,
  offset: number,
): Hover | null {
  const known = place.tag ? attributeOf(place.tag, name) : undefined;
  const start = tag.start + valueStart;
  if (!place.tag || !known?.values || value === null) return null;
  if (offset < start || offset >= start + value.length || !known.values.includes(value))
    return null;
  const isDefault = known.default === value ? 'So it is without the attribute, too.' : '';
  const markdown = parts(`${inline(value)}, a value of ${inline(name)}`, isDefault);
  return hover(start, start + value.length, parts(markdown, describeAttribute(place.tag, known)));
}

/** An end tag shows the line that it ends. */
function inEndTag(context: LanguageContext, token: EndTag, offset: number): Hover | null {
  const { document } = context;
  const nameEnd = token.start + 2 + token.name.length;
  if (offset < token.start + 2 || offset >= nameEnd) return null;
  const opened = startOfEnd(context, token);
  if (!opened) return null;
  const line = document.text.slice(opened.start, endOf(opened)).replaceAll(/\s+/g, ' ');
  return hover(token.start + 2, nameEnd, block(line));
}

/** The start tag that an end tag belongs to: that of the first element around which ends there. */
function startOfEnd({ document }: LanguageContext, token: EndTag): StartTag | null {
  let at = document.tokens[token.index - 1];
  while (at && at.kind !== 'start') at = document.tokens[at.index - 1];
  let element = at?.kind === 'start' ? at.element : null;
  while (element && element.endTag !== token) element = element.parent;
  return element?.tag ?? null;
}

/** What an entity such as `&euro;` stands for. */
function entityHover({ document }: LanguageContext, offset: number): Hover | null {
  const from = Math.max(0, offset - 32);
  const near = document.text.slice(from, offset + 32);
  for (const match of near.matchAll(/&(?:#x?[0-9a-f]+|\w+);/gi)) {
    const start = from + match.index;
    const [written] = match;
    if (offset < start || offset >= start + written.length) continue;
    const { text } = decodeText(written);
    if (text === written) return null;
    const point = text.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? '';
    return hover(start, start + written.length, `${inline(text)}, U+${point}`);
  }
  return null;
}

function hover(start: number, end: number, markdown: string | null): Hover | null {
  return markdown === null || markdown === '' ? null : { start, end, markdown };
}
