import { findInterpolations } from '../../expression/interpolations.js';
import { tokenBefore } from '../../place/elementAt.js';
import type { SyntaxDocument } from '../../syntax/document.js';
import { opensRawText } from '../../syntax/reader.js';
import {
  attributeOf,
  endOf,
  type CData,
  type RawText,
  type StartTag,
  type Token,
} from '../../syntax/token.js';
import { bodyText, isCodeOf, withEntitiesRead } from '../virtualText.js';

/** A piece of CSS in a page. Stays the same object while its token does. */
export interface CssRegion {
  /** The body of a `<style>`, its tag where it has none, or the tag whose `style` it is. */
  readonly token: Token;
  /** CSS of its own, as long as what it stands for: entities are read, expressions are names. */
  readonly css: string;
  /** Where the piece begins in `css`; before it stands what makes declarations a sheet. */
  readonly lead: number;
  /** Where the piece begins, counted from the token's start. */
  readonly from: number;
  readonly length: number;
  /** What ends it, if written; null of a `<style>`. */
  readonly quote: '"' | "'" | null;
}

/** The offset in a region's CSS for one in the document. */
export function offsetInCss({ token, from, lead }: CssRegion, offset: number): number {
  return offset - token.start - from + lead;
}

/** The offset in the document for one in a region's CSS; what is outside of the piece is its end. */
export function offsetInPage({ token, from, lead, length }: CssRegion, at: number): number {
  return token.start + from + Math.min(length, Math.max(0, at - lead));
}

/** The CSS around a caret; null where there is none, and in expressions. */
export function cssRegionAt(document: SyntaxDocument, offset: number): CssRegion | null {
  const { text } = document;
  const token = tokenBefore(document, offset);
  if (!token) return null;
  if (endOf(token) === offset && opensRawText(token) === 'style') {
    const body = document.tokens[token.index + 1];
    if (body?.kind === 'end') return emptySheet(token);
    return body ? cssRegionOf(document, body) : null;
  }
  const region = cssRegionOf(document, token);
  if (!region || token.kind !== 'start') return region;
  const start = offsetInPage(region, 0);
  const end = start + region.length;
  if (offset < start || offset > end) return null;
  return isInExpression(text.slice(start, end), offset - start) ? null : region;
}

/** Every piece of CSS in a page, in order. */
export function cssRegionsIn(document: SyntaxDocument): CssRegion[] {
  return document.tokens.flatMap((token) => cssRegionOf(document, token) ?? []);
}

const regions = new WeakMap<Token, CssRegion>();

function cssRegionOf(document: SyntaxDocument, token: Token): CssRegion | null {
  const isSheet = isCodeOf('style', document, token);
  if (!isSheet && token.kind !== 'start') return null;
  let region = regions.get(token) ?? null;
  if (region) return region;
  region = isSheet ? sheet(token, document.text) : declarations(token);
  if (region) regions.set(token, region);
  return region;
}

/** The framework evaluates nothing in a `<style>`: every brace is CSS's. */
function sheet(token: RawText | CData, text: string): CssRegion {
  const css = bodyText(token, text);
  return { token, css, lead: 0, from: 0, length: token.length, quote: null };
}

/** A `<style>` without a body. */
function emptySheet(token: Token): CssRegion {
  return { token, css: '', lead: 0, from: token.length, length: 0, quote: null };
}

/** Declarations in the braces of a rule, so that they are a whole sheet. */
function declarations(token: StartTag): CssRegion | null {
  const attribute = isElement(token.name) ? attributeOf(token, 'style') : undefined;
  if (!attribute || attribute.value === null) return null;
  const { value, valueStart: from, quote } = attribute;
  const css = `${open}${withEntitiesRead(withNames(value))}${close}`;
  return { token, css, lead: open.length, from, length: value.length, quote };
}

const open = 'x{';
const close = '}';

/** Whether `name` is one of HTML: `style` of a component's call is what the component makes of it. */
function isElement(name: string): boolean {
  return /^[a-z][^:]*$/.test(name);
}

/** Expressions become names as long as they are: whatever they yield, one value stands there. */
function withNames(value: string): string {
  if (!value.includes('{')) return value;
  let css = value;
  for (const { start, end } of findInterpolations(value).groups)
    css = css.slice(0, start) + 'x'.repeat(end - start) + css.slice(end);
  return css;
}

function isInExpression(value: string, at: number): boolean {
  const before = value.lastIndexOf('{', at - 1);
  return before >= 0 && value.lastIndexOf('}', at - 1) < before;
}
