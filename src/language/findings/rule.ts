import type { Catalogue } from '../catalogue/types.js';
import type { Place } from '../place/place.js';
import type { SyntaxDocument } from '../syntax/document.js';
import type { Element } from '../syntax/element.js';
import type { Attribute, Token } from '../syntax/token.js';
import type { Finding, Fix, Related } from './finding.js';
import type { FindingCode } from './codes.js';

/**
 * Looks at one element. It may read the element, what is in it, and its place, and nothing else: what it
 * finds is kept until one of them changes.
 */
export type ElementRule = (element: Element, context: ElementContext) => void;

export interface ElementContext {
  readonly place: Place;
  readonly catalogue: Catalogue;
  readonly report: Report;
  /** The characters of a token of the element. */
  readonly source: (token: Token) => string;
}

/** Says that there is a mistake, and where: at a whole tag, a name, an attribute, a part of a value. */
export interface Report {
  /** What was found before, and still is. */
  add(finding: Finding): void;
  /** The name in the start tag. */
  atName(code: FindingCode, element: Element, message: string, more?: More): void;
  atAttributeName(
    code: FindingCode,
    element: Element,
    attribute: Attribute,
    message: string,
    more?: More,
  ): void;
  /** The value, or the part of it from `from` to before `to` (offsets of the raw value). */
  atValue(
    code: FindingCode,
    element: Element,
    attribute: Attribute,
    message: string,
    more?: More & { from?: number; to?: number },
  ): void;
  /** Any part of a token, by offsets from its start. */
  at(
    code: FindingCode,
    token: Token,
    start: number,
    end: number,
    message: string,
    more?: More,
  ): void;
}

export interface More {
  readonly fixes?: (document: SyntaxDocument) => readonly Fix[];
  readonly tag?: Finding['tag'];
  readonly related?: readonly Related[];
}

/** A report that collects into `findings`. */
export function reportInto(findings: Finding[]): Report {
  const at: Report['at'] = (code, anchor, start, end, message, more) =>
    void findings.push({
      code,
      anchor,
      start,
      end,
      message,
      ...(more?.fixes ? { fixes: more.fixes } : {}),
      ...(more?.tag ? { tag: more.tag } : {}),
      ...(more?.related ? { related: more.related } : {}),
    });
  return {
    add: (finding) => void findings.push(finding),
    at,
    atName: (code, { tag }, message, more) => at(code, tag, 1, 1 + tag.name.length, message, more),
    atAttributeName: (code, { tag }, { start, name }, message, more) =>
      at(code, tag, start, start + name.length, message, more),
    atValue: (code, { tag }, attribute, message, more) => {
      const { valueStart, value } = attribute;
      const from = more?.from ?? 0;
      const to = more?.to ?? value?.length ?? 0;
      // An empty value has nothing to mark but the attribute itself.
      if (value === null || value === '') {
        at(code, tag, attribute.start, attribute.end, message, more);
      } else at(code, tag, valueStart + from, valueStart + to, message, more);
    },
  };
}
