import { code, isSpace } from './characters.js';
import { booleanAttributes, frameworkPrefixes, isXmlName, prefixOf } from './names.js';
import { rawNameOf, voidElements } from './names.js';
import { referenceProblems } from './references.js';
import type { Attribute, RawName, StartTag, TokenProblem } from './token.js';

/** What reading a start tag needs of the reader. */
export interface TagReading {
  readonly text: string;
  /** Whether XML's own rules hold: the framework rewrites nothing in test files. */
  readonly strict: boolean;
  kept(part: string): string;
  find(ending: string, from: number): number;
  /** Notes that the character at `at` was looked at. */
  look(at: number): void;
}

/** Reads the start tag at `start`, whose name ends at `nameEnd`. An unfinished one ends where the next tag begins. */
export function readStartTag(
  reading: TagReading,
  start: number,
  nameEnd: number,
  within: RawName | null,
): StartTag & { reach: number; isNotable: boolean } {
  return new TagReader(reading, start, nameEnd, within).read();
}

class TagReader {
  private readonly text: string;
  private readonly name: string;
  private readonly attributes: Attribute[] = [];
  private readonly problems: TokenProblem[] = [];
  private at: number;
  /** The framework leaves the start tags of scripts and styles as they are: there XML's rules hold. */
  private readonly strict: boolean;

  constructor(
    private readonly reading: TagReading,
    private readonly start: number,
    private readonly nameEnd: number,
    private readonly within: RawName | null,
  ) {
    this.text = reading.text;
    this.name = reading.kept(this.text.slice(start + 1, nameEnd));
    this.at = nameEnd;
    const raw = rawNameOf(this.name);
    this.strict = reading.strict || raw === 'script' || raw === 'style';
  }

  read(): StartTag & { reach: number; isNotable: boolean } {
    const { text, start } = this;
    if (!isXmlName(this.name)) this.problem('bad-tag-name', start + 1, this.nameEnd);
    for (;;) {
      const before = this.at;
      while (isSpace(text.charCodeAt(this.at))) this.at += 1;
      const at = this.at;
      const char = text.charCodeAt(at);
      if (char === code.greaterThan) return this.tag(at + 1, false);
      if (char === code.slash && text.charCodeAt(at + 1) === code.greaterThan) {
        return this.tag(at + 2, true);
      }
      if (at >= text.length || char === code.lessThan) return this.unclosed(before);
      if (isAttributeNameEnd(char)) {
        this.problem('stray-in-tag', at, at + 1);
        this.at += 1;
        continue;
      }
      this.attribute(at, at > before);
    }
  }

  /** The tag ends where its last attribute did; what follows is read as if it had been closed. */
  private unclosed(end: number): StartTag & { reach: number; isNotable: boolean } {
    this.problem('unclosed-tag', this.start, this.nameEnd);
    this.reading.look(this.at + 1);
    return this.tag(end, false);
  }

  private tag(end: number, selfClosing: boolean): StartTag & { reach: number; isNotable: boolean } {
    const { name, attributes, problems, start, within } = this;
    const length = end - start;
    const isEmpty = selfClosing || (!this.reading.strict && voidElements.has(name));
    const prefixes = prefixesOf(name, attributes);
    const element = null;
    return {
      kind: 'start',
      start,
      index: 0,
      length,
      reach: 0,
      isNotable: false,
      within,
      problems,
      name,
      attributes,
      selfClosing,
      isEmpty,
      prefixes,
      element,
    };
  }

  private attribute(start: number, spaced: boolean): void {
    const { text } = this;
    let at = start;
    while (
      at < text.length &&
      !isAttributeNameEnd(text.charCodeAt(at)) &&
      !isSpace(text.charCodeAt(at))
    ) {
      at += 1;
    }
    const nameEnd = at;
    const name = this.reading.kept(text.slice(start, nameEnd));
    if (!spaced) this.problem('missing-space', start, nameEnd);
    if (!isXmlName(name)) this.problem('bad-attribute-name', start, nameEnd);
    else if (this.attributes.some((attribute) => attribute.name === name)) {
      this.problem('duplicate-attribute', start, nameEnd);
    }
    while (isSpace(text.charCodeAt(at))) at += 1;
    this.reading.look(at + 1);
    if (text.charCodeAt(at) !== code.equals) {
      if (this.strict || !booleanAttributes.has(name.toLowerCase())) {
        this.problem('bare-attribute', start, nameEnd);
      }
      this.at = nameEnd;
      this.push(name, start, nameEnd, null, nameEnd, null);
      return;
    }
    at += 1;
    while (isSpace(text.charCodeAt(at))) at += 1;
    const quote = text.charCodeAt(at);
    if (quote === code.doubleQuote || quote === code.singleQuote) {
      this.quoted(name, start, at, quote === code.doubleQuote ? '"' : "'");
    } else {
      this.unquoted(name, start, nameEnd, at);
    }
  }

  private quoted(name: string, start: number, quoteAt: number, quote: '"' | "'"): void {
    const { text } = this;
    const valueStart = quoteAt + 1;
    const close = this.reading.find(quote, valueStart);
    if (close >= 0) this.reading.look(close + 2);
    let end = close;
    if (close < 0 || this.isForgotten(valueStart, close)) {
      end = forgottenEnd(text, valueStart);
      this.problem('unclosed-quote', start, valueStart);
      this.at = end;
    } else {
      this.at = close + 1;
    }
    const value = text.slice(valueStart, end);
    referenceProblems(value, valueStart - this.start, this.problems, this.strict);
    if (this.strict) this.lessThanProblems(value, valueStart);
    this.push(name, start, this.at, this.reading.kept(value), valueStart, quote);
  }

  /** A quote that closes beyond the next tag, with no space after it, was forgotten and not opened there. */
  private isForgotten(valueStart: number, close: number): boolean {
    const after = this.text.charCodeAt(close + 1);
    if (close + 1 >= this.text.length || isSpace(after) || after === code.greaterThan) return false;
    if (after === code.slash) return false;
    return /[<>\n]/.test(this.text.slice(valueStart, close));
  }

  private unquoted(name: string, start: number, nameEnd: number, valueStart: number): void {
    const { text } = this;
    let at = valueStart;
    for (let char = text.charCodeAt(at); at < text.length; char = text.charCodeAt(at)) {
      if (isSpace(char) || char === code.greaterThan || char === code.lessThan) break;
      if (char === code.slash && text.charCodeAt(at + 1) === code.greaterThan) break;
      at += 1;
    }
    if (at === valueStart) {
      this.problem('unquoted-value', start, nameEnd);
      // `name= >`: the tag goes on after the sign.
      const equals = text.indexOf('=', nameEnd) + 1;
      this.at = equals;
      this.push(name, start, equals, '', equals, null);
      return;
    }
    this.problem('unquoted-value', valueStart, at);
    this.at = at;
    this.push(name, start, at, this.reading.kept(text.slice(valueStart, at)), valueStart, null);
  }

  private lessThanProblems(value: string, valueStart: number): void {
    for (let at = value.indexOf('<'); at >= 0; at = value.indexOf('<', at + 1)) {
      this.problem('less-than-in-value', valueStart + at, valueStart + at + 1);
    }
  }

  private push(
    name: string,
    start: number,
    end: number,
    value: string | null,
    valueStart: number,
    quote: '"' | "'" | null,
  ): void {
    const base = this.start;
    this.attributes.push({
      name,
      start: start - base,
      end: end - base,
      value,
      valueStart: valueStart - base,
      quote,
    });
  }

  private problem(problem: TokenProblem['code'], start: number, end: number): void {
    this.problems.push({ code: problem, start: start - this.start, end: end - this.start });
  }
}

function isAttributeNameEnd(char: number): boolean {
  return (
    char === code.equals ||
    char === code.lessThan ||
    char === code.greaterThan ||
    char === code.doubleQuote ||
    char === code.singleQuote ||
    char === code.slash
  );
}

/** Where a value without its closing quote is taken to end: with its line, or before the next tag or `>`. */
function forgottenEnd(text: string, from: number): number {
  const end = /[^<>\r\n]*/y;
  end.lastIndex = from;
  const line = end.exec(text)?.[0] ?? '';
  return from + line.replace(/\s*\/?$/, '').length;
}

const noPrefixes: readonly string[] = [];

function prefixesOf(name: string, attributes: readonly Attribute[]): readonly string[] {
  let prefixes = noPrefixes;
  const own = prefixOf(name);
  if (own !== '' && !frameworkPrefixes.has(own)) prefixes = [own];
  for (const attribute of attributes) {
    const prefix = prefixOf(attribute.name);
    if (prefix !== '' && prefix !== 'xml' && prefix !== 'xmlns') prefixes = [...prefixes, prefix];
  }
  return prefixes;
}
