import { attributeOf } from '../catalogue/lookups.js';
import type { CatalogueAttribute } from '../catalogue/types.js';
import type { Span } from '../expression/ast.js';
import { conditionText } from '../expression/condition.js';
import { decodeAttribute, decodeText } from '../expression/entities.js';
import { findInterpolations, type LooseBrace } from '../expression/interpolations.js';
import { callsIn, namesRead, type FunctionCall, type ReadName } from '../expression/names.js';
import { sourceOffset, unmapped, type MappedText } from '../expression/mappedText.js';
import { parseExpression, type ParsedExpression } from '../expression/parseExpression.js';
import type { Place } from '../place/place.js';
import type { Element } from '../syntax/element.js';
import { endOf, type Attribute, type CData, type StartTag, type Text } from '../syntax/token.js';

/**
 * What becomes of an expression that fails. `markup`: its text is shown. `statement`: the page stops.
 * `prop`: the same, when the page is drawn. `condition`: an unknown name makes it false. `row`: its names
 * are fields of rows. `foreign`: another language may mean the braces (style, scripts in attributes, code).
 */
export type UseMode = 'markup' | 'statement' | 'prop' | 'condition' | 'row' | 'foreign';

/** An expression in a document. */
export interface ExpressionUse {
  readonly mode: UseMode;
  readonly element: Element;
  readonly place: Place;
  /** The attribute it stands in; null in text. */
  readonly attribute: Attribute | null;
  readonly anchor: StartTag | Text | CData;
  /** Without its braces, decoded. */
  readonly source: string;
  readonly parsed: ParsedExpression;
  /** The variables it reads, and the functions it calls; none where it cannot be read. */
  readonly names: readonly ReadName[];
  readonly calls: readonly FunctionCall[];
  /** Whether the value is this one group. */
  readonly isWhole: boolean;
  /** Offset in the anchor of an offset in `source`. */
  readonly offset: (at: number) => number;
}

/** A brace without its partner, by offsets of its anchor. */
export interface LooseUse {
  readonly kind: LooseBrace['kind'];
  readonly element: Element;
  readonly anchor: StartTag | Text | CData;
  readonly start: number;
  readonly end: number;
}

/** A part of a use's source, by offsets of its anchor. */
export function spanOf(use: ExpressionUse, { start, end }: Span): Span {
  const from = use.offset(start);
  // Counted from the last character: what was left out behind it is no part of it.
  return { start: from, end: end > start ? use.offset(end - 1) + 1 : from };
}

export interface Uses {
  readonly expressions: readonly ExpressionUse[];
  readonly loose: readonly LooseUse[];
}

const nothing: Uses = { expressions: [], loose: [] };

/** The expressions in the attributes of `element` and in its own text. `text`: of the document. */
export function usesOf(element: Element, place: Place, text: string): Uses {
  const expressions: ExpressionUse[] = [];
  const loose: LooseUse[] = [];
  const into = { expressions, loose };
  for (const attribute of element.tag.attributes) ofAttribute(element, place, attribute, into);
  if (hasText(place)) {
    const mode = isCode(place) ? 'foreign' : 'markup';
    for (const child of element.children) {
      if (child.kind === 'text' && !child.isBlank) {
        const raw = text.slice(child.start, endOf(child));
        if (raw.includes('{') || raw.includes('}')) {
          groups(
            decodeText(raw),
            0,
            { mode, element, place, attribute: null, anchor: child },
            into,
          );
        }
      } else if (child.kind === 'cdata') {
        const raw = text.slice(child.start + 9, endOf(child) - 3);
        groups(unmapped(raw), 9, { mode, element, place, attribute: null, anchor: child }, into);
      }
    }
  }
  return expressions.length + loose.length === 0 ? nothing : into;
}

interface Collecting {
  readonly expressions: ExpressionUse[];
  readonly loose: LooseUse[];
}

type Where = Pick<ExpressionUse, 'mode' | 'element' | 'place' | 'attribute' | 'anchor'>;

function ofAttribute(element: Element, place: Place, attribute: Attribute, into: Collecting): void {
  const { value } = attribute;
  if (value === null || value === '') return;
  const known = place.tag ? attributeOf(place.tag, attribute.name) : undefined;
  const mode = modeOf(place, attribute, known);
  if (mode === null) return;
  const where: Where = { mode, element, place, attribute, anchor: element.tag };
  if (mode === 'condition' || mode === 'row') {
    const mapped = conditionText(decodeAttribute(value));
    if (mapped.text.trim() === '') return;
    into.expressions.push(use(mapped, attribute.valueStart, 0, mapped.text, true, where));
    return;
  }
  if (value.includes('{') || value.includes('}')) {
    groups(decodeAttribute(value), attribute.valueStart, where, into);
  }
}

function modeOf(
  place: Place,
  attribute: Attribute,
  known: CatalogueAttribute | undefined,
): UseMode | null {
  if (place.kind === 'call') return 'prop';
  if (place.kind === 'html')
    return isForeign(attribute.name) || isCode(place) ? 'foreign' : 'markup';
  if (!known || known.removed !== null) return null;
  if (place.name === 'q:filter' || place.name === 'q:compute') {
    return known.type === 'condition' || known.name === 'expression' ? 'row' : null;
  }
  if (known.type === 'condition') return 'condition';
  if (!known.evaluated) return null;
  return place.name.startsWith('ui:') ? 'markup' : 'statement';
}

/** Attributes whose values belong to the browser, or to a library in it. */
function isForeign(name: string): boolean {
  return /^(?:style$|on|x-|v-|hx-|data-|_$|@|:)/.test(name);
}

/** Elements whose text is shown as it is written. */
function isCode(place: Place): boolean {
  for (let at: Place | null = place; at; at = at.parent) if (codeElements.has(at.name)) return true;
  return false;
}

const codeElements = new Set(['code', 'pre', 'kbd', 'samp', 'textarea', 'script', 'style']);
const textParents = new Set(['q:if', 'q:elseif', 'q:else', 'q:loop', 'q:slot']);

/** Whether the framework evaluates the text of such an element. */
function hasText(place: Place): boolean {
  if (place.kind !== 'framework') return true;
  const text = place.tag?.text;
  return textParents.has(place.name) || text === 'evaluated' || text === 'leading';
}

function groups(mapped: MappedText, base: number, where: Where, into: Collecting): void {
  const found = findInterpolations(mapped.text);
  for (const { kind, start, expression } of found.groups) {
    if (kind !== 'expression') continue;
    into.expressions.push(use(mapped, base, start + 1, expression, found.isWhole, where));
  }
  if (where.mode === 'foreign') return;
  const { element, anchor } = where;
  for (const { kind, start, end } of found.loose) {
    // The second brace of `}}`: what is wrong was said of the group before it.
    if (kind === 'unopened' && found.groups.some((group) => group.end === start)) continue;
    const at = base + sourceOffset(mapped, start);
    into.loose.push({ kind, element, anchor, start: at, end: base + sourceOffset(mapped, end) });
  }
}

function use(
  mapped: MappedText,
  base: number,
  from: number,
  source: string,
  isWhole: boolean,
  where: Where,
): ExpressionUse {
  const parsed = parseExpression(source);
  const ast = parsed.problems.length > 0 ? null : parsed.ast;
  return {
    ...where,
    source,
    parsed,
    names: namesRead(ast),
    calls: callsIn(ast),
    isWhole,
    offset: (at) => base + sourceOffset(mapped, from + at),
  };
}
