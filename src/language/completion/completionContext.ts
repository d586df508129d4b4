import { attributeOf } from '../catalogue/lookups.js';
import type { Catalogue, CatalogueAttribute } from '../catalogue/types.js';
import { codeOf } from '../embedded/virtualText.js';
import { elementAround, placeOf, tokenBefore } from '../place/elementAt.js';
import { placesOf, type Place } from '../place/place.js';
import type { SyntaxDocument } from '../syntax/document.js';
import type { Element } from '../syntax/element.js';
import { opensRawText } from '../syntax/reader.js';
import { endOf, type StartTag, type Token } from '../syntax/token.js';
import { conditionAt, groupAt, type ExpressionAt } from './expressionAt.js';
import { tagStateAt, type TagState } from './tagState.js';
import { valueEnd } from './valueEnd.js';

export interface Span {
  readonly start: number;
  readonly end: number;
}

interface Around {
  /** What an item takes the place of; around the caret. */
  readonly replace: Span;
  /** The element whose body holds what is written; null outside of all. */
  readonly container: Element | null;
  /** Its place; null outside of all. */
  readonly inside: Place | null;
}

interface InTag {
  readonly element: Element;
  readonly place: Place;
}

/** What is being written at a caret. */
export type CompletionContext =
  | (Around & {
      readonly kind: 'tag';
      /** Written behind a name that stays: only the name is changed. */
      readonly isRename: boolean;
    })
  | (Around & { readonly kind: 'closing'; readonly isClosed: boolean })
  | (Around & InTag & { readonly kind: 'attribute'; readonly hasValue: boolean })
  | (Around & InTag & ValueContext & { readonly kind: 'value' })
  | (Around & {
      readonly kind: 'expression';
      readonly expression: ExpressionAt;
      /** Offset in the document of what the expression's raw offsets are counted from. */
      readonly base: number;
      /** The element whose attribute it stands in; null in text. */
      readonly element: Element | null;
    })
  /** Text of the markup; `replace` is the word that looks like the beginning of a tag. */
  | (Around & { readonly kind: 'text'; readonly word: string })
  /** Where nothing can be proposed: comments, code, behind a quote. */
  | { readonly kind: 'none' };

export interface ValueContext {
  readonly attribute: string;
  readonly known: CatalogueAttribute | null;
  /** As it stands between the quotes. */
  readonly value: string;
  /** Null as long as there are none. */
  readonly quote: '"' | "'" | null;
  /** The quote that nothing closes yet. */
  readonly missingQuote: '"' | "'" | null;
}

const none: CompletionContext = { kind: 'none' };

/** What is being written at `offset` of a document, in whatever state that is. */
export function completionContextAt(
  document: SyntaxDocument,
  catalogue: Catalogue,
  offset: number,
): CompletionContext {
  const token = tokenBefore(document, offset);
  if (!token) return textContext(document, catalogue, offset, 0);
  const tag = startTagAt(document, token, offset);
  if (tag) return inStartTag(document, catalogue, tag, offset);
  switch (token.kind) {
    case 'end':
      if (offset < endOf(token) || !isClosed(token))
        return closing(document, catalogue, token.start, offset);
      return textContext(document, catalogue, offset, offset);
    case 'text':
      return inText(document, catalogue, token.start, offset);
    case 'start':
      // Code follows, and no markup.
      if (opensRawText(token) !== null) return none;
      return textContext(document, catalogue, offset, offset);
    case 'cdata':
      if (codeOf(document, token) !== null) return none;
      return offset >= endOf(token)
        ? textContext(document, catalogue, offset, offset)
        : inText(document, catalogue, token.start + 9, offset);
    case 'raw':
      return none;
    case 'comment':
    case 'instruction':
    case 'doctype':
      if (offset < endOf(token) || token.problems.length > 0) return none;
      return textContext(document, catalogue, offset, offset);
    default:
      return token satisfies never;
  }
}

/** The start tag a caret is in: before its `>`, or in the white space behind one that nothing ends. */
function startTagAt(document: SyntaxDocument, token: Token, offset: number): StartTag | null {
  if (token.kind === 'start') {
    return offset < endOf(token) || !isClosed(token) ? token : null;
  }
  if (token.kind !== 'text') return null;
  const before = document.tokens[token.index - 1];
  if (before?.kind !== 'start' || isClosed(before)) return null;
  return document.text.slice(token.start, offset).trim() === '' ? before : null;
}

function isClosed(token: Token): boolean {
  return !token.problems.some(({ code }) => code === 'unclosed-tag');
}

function inStartTag(
  document: SyntaxDocument,
  catalogue: Catalogue,
  tag: StartTag,
  offset: number,
): CompletionContext {
  const { text } = document;
  const { element } = tag;
  const state = tagStateAt(text, tag.start, offset);
  const container = element?.parent ?? null;
  const inside = container ? placeOf(container, catalogue) : null;
  if (state.kind === 'nothing' || !element) return none;
  if (state.kind === 'name') {
    const end = tag.start + 1 + tag.name.length;
    const replace = { start: state.start, end };
    return { kind: 'tag', replace, container, inside, isRename: goesOn(tag, text, end) };
  }
  const place = (inside ?? placesOf(catalogue)).enter(tag.name);
  const around = { container, inside, element, place };
  if (state.kind === 'attribute') {
    const end = offset + (/^[^\s=<>"'/]*/.exec(text.slice(offset, offset + 99))?.[0].length ?? 0);
    const hasValue = /^\s*=/.test(text.slice(end, end + 9));
    return { kind: 'attribute', ...around, replace: { start: state.start, end }, hasValue };
  }
  return inValue(document, tag, offset, state, around);
}

/** Whether a tag is more than its name already. */
function goesOn(tag: StartTag, text: string, nameEnd: number): boolean {
  if (isClosed(tag)) return true;
  const [first] = tag.attributes;
  return first !== undefined && !text.slice(nameEnd, tag.start + first.start).includes('\n');
}

function inValue(
  document: SyntaxDocument,
  tag: StartTag,
  offset: number,
  state: TagState & { kind: 'value' },
  around: Omit<Around, 'replace'> & InTag,
): CompletionContext {
  const { text } = document;
  const { place } = around;
  const { attribute, start, quote } = state;
  const known = place.tag ? (attributeOf(place.tag, attribute) ?? null) : null;
  const { end, missingQuote } = valueEnd(text, tag, state, offset);
  const value = text.slice(start, end);
  const isCondition = known?.type === 'condition';
  const isEvaluated = place.kind !== 'framework' || known?.evaluated === true;
  const at = isCondition
    ? conditionAt(value, offset - start)
    : isEvaluated
      ? groupAt(value, offset - start, false)
      : null;
  if (at && (quote !== null || value !== '')) {
    const { container, inside, element } = around;
    const replace = { start: offset, end: offset };
    return { kind: 'expression', container, inside, element, replace, expression: at, base: start };
  }
  return {
    kind: 'value',
    ...around,
    attribute,
    known,
    value,
    quote,
    missingQuote,
    replace: { start, end },
  };
}

function inText(
  document: SyntaxDocument,
  catalogue: Catalogue,
  from: number,
  offset: number,
): CompletionContext {
  const { text } = document;
  const open = text.lastIndexOf('<', offset - 1);
  if (open >= from && open < offset) {
    const written = text.slice(open, offset);
    if (written === '<') return opening(document, catalogue, open, offset);
    if (written === '</') return closing(document, catalogue, open, offset);
  }
  const context = textContext(document, catalogue, offset, from);
  if (context.kind !== 'text') return context;
  const before = text.slice(Math.max(from, context.replace.start - 2), context.replace.start);
  // What is no tag by what is behind it: `<tit` before other letters.
  if (before.endsWith('<')) return opening(document, catalogue, context.replace.start - 1, offset);
  return before.endsWith('/') ? none : context;
}

function opening(
  document: SyntaxDocument,
  catalogue: Catalogue,
  open: number,
  offset: number,
): CompletionContext {
  const { container, inside } = aroundOf(document, catalogue, open);
  const replace = { start: open + 1, end: offset };
  return { kind: 'tag', replace, container, inside, isRename: false };
}

function closing(
  document: SyntaxDocument,
  catalogue: Catalogue,
  open: number,
  offset: number,
): CompletionContext {
  const { text } = document;
  if (offset < open + 2) return none;
  const { container, inside } = aroundOf(document, catalogue, open);
  const name = /^[\w:.-]*/.exec(text.slice(open + 2, open + 200))?.[0] ?? '';
  const end = open + 2 + name.length;
  if (offset > end) return none;
  const isClosed = /^\s*>/.test(text.slice(end, end + 9));
  return { kind: 'closing', replace: { start: open + 2, end }, container, inside, isClosed };
}

function textContext(
  document: SyntaxDocument,
  catalogue: Catalogue,
  offset: number,
  from: number,
): CompletionContext {
  const { text } = document;
  const { container, inside } = aroundOf(document, catalogue, offset);
  const token = tokenBefore(document, offset);
  const end = token && from < offset ? endOf(token) : offset;
  const raw = text.slice(from, Math.max(end, offset));
  const group = inside && isEvaluated(inside) ? groupAt(raw, offset - from, true) : null;
  if (group) {
    const replace = { start: offset, end: offset };
    return {
      kind: 'expression',
      container,
      inside,
      element: null,
      replace,
      expression: group,
      base: from,
    };
  }
  const word = /[\w:.-]*$/.exec(text.slice(Math.max(from, offset - 60), offset))?.[0] ?? '';
  const replace = { start: offset - word.length, end: offset };
  return { kind: 'text', container, inside, replace, word };
}

function aroundOf(
  document: SyntaxDocument,
  catalogue: Catalogue,
  offset: number,
): Pick<Around, 'container' | 'inside'> {
  const container = elementAround(document, offset);
  return { container, inside: container ? placeOf(container, catalogue) : null };
}

/** Whether the framework evaluates text in such an element. */
function isEvaluated({ kind, tag, name }: Place): boolean {
  if (kind !== 'framework') return true;
  if (!tag) return false;
  return (
    tag.text === 'evaluated' || tag.text === 'leading' || tag.body === 'mixed' || name === 'q:slot'
  );
}
