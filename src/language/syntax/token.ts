import type { Element } from './element.js';

/**
 * The pieces a document is read into. Together they cover it without gaps. Only `start` and `index` change
 * when text before a token is edited; whatever else a token says is counted from its own start.
 */
export type Token = StartTag | EndTag | Text | RawText | Comment | CData | Instruction | Doctype;

/** The tags whose body is not markup (in any case of letters), lower case. */
export type RawName = 'script' | 'style' | 'q:python' | 'q:class' | 'q:pyclass';

interface Base {
  /** Offset in the document. */
  start: number;
  /** Place in the document's list of tokens. */
  index: number;
  readonly length: number;
  /** How far from its start the reader looked to end the token here; an edit within reads it again. */
  readonly reach: number;
  /** The raw-text tag in whose body the token was looked for; null in markup. */
  readonly within: RawName | null;
  readonly problems: readonly TokenProblem[];
  /** Whether there may be something to say of it by itself; of most tokens there is not. */
  readonly isNotable: boolean;
}

export interface StartTag extends Base {
  readonly kind: 'start';
  /** As written, with its prefix. */
  readonly name: string;
  readonly attributes: readonly Attribute[];
  /** Written `<x/>`. */
  readonly selfClosing: boolean;
  /** Has no end tag: `<x/>` or one of HTML's void elements. */
  readonly isEmpty: boolean;
  /** Prefixes that need a declaration: of its attributes, and its own unless it is one of the framework's. */
  readonly prefixes: readonly string[];
  /** The element it begins, once tags are paired. */
  element: Element | null;
}

export interface EndTag extends Base {
  readonly kind: 'end';
  readonly name: string;
}

/** Text of the markup, entities as written. */
export interface Text extends Base {
  readonly kind: 'text';
  /** Whether there is nothing but white space. */
  readonly isBlank: boolean;
}

/** The body of a tag whose content is not markup. */
export interface RawText extends Base {
  readonly kind: 'raw';
}

export interface Comment extends Base {
  readonly kind: 'comment';
}

export interface CData extends Base {
  readonly kind: 'cdata';
}

export interface Instruction extends Base {
  readonly kind: 'instruction';
  readonly target: string;
}

export interface Doctype extends Base {
  readonly kind: 'doctype';
}

/** An attribute, its offsets counted from the start of its tag. */
export interface Attribute {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** As written between the quotes, entities undecoded; null for a bare name. */
  readonly value: string | null;
  /** Where the value begins, after its quote; `end` for a bare name. */
  readonly valueStart: number;
  readonly quote: '"' | "'" | null;
}

/** What is not well-formed inside one token, by the reasons of the framework's XML parser. */
export type TokenProblemCode =
  | 'stray-less-than'
  | 'cdata-end-in-text'
  | 'unclosed-tag'
  | 'unclosed-quote'
  | 'unquoted-value'
  | 'bare-attribute'
  | 'missing-space'
  | 'stray-in-tag'
  | 'bad-attribute-name'
  | 'bad-tag-name'
  | 'duplicate-attribute'
  | 'unknown-entity'
  | 'invalid-character'
  | 'comment-dashes'
  | 'unclosed-comment'
  | 'unclosed-cdata'
  | 'bad-instruction'
  | 'bad-doctype'
  | 'bare-ampersand'
  | 'less-than-in-value';

/** Offsets counted from the token's start. */
export interface TokenProblem {
  readonly code: TokenProblemCode;
  readonly start: number;
  readonly end: number;
}

/** Offset after the token. */
export function endOf(token: Token): number {
  return token.start + token.length;
}

/** The attribute of that name as written; undefined when the tag has none. */
export function attributeOf(tag: StartTag, name: string): Attribute | undefined {
  return tag.attributes.find((attribute) => attribute.name === name);
}
