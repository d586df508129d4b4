import { code, continuesName, isSpace, startsName } from './characters.js';
import { isXmlName, rawNameOf } from './names.js';
import { readStartTag, type TagReading } from './readStartTag.js';
import { characterProblems, referenceProblems } from './references.js';
import type { RawName, Token, TokenProblem } from './token.js';

/**
 * Reads tokens from one text. Ends that do not come any more are remembered, so that broken text does not
 * cost a search per tag: a reading of the whole text takes time linear in it.
 */
export class Reader implements TagReading {
  private readonly gone = new Set<string>();
  private furthest = 0;

  constructor(
    readonly text: string,
    /** Whether XML's own rules hold: the framework rewrites nothing in test files. */
    readonly strict: boolean,
    /** Copies what tokens keep, so that they do not hold on to the whole text. */
    private readonly copy: (part: string) => string,
  ) {}

  kept(part: string): string {
    return this.copy(part);
  }

  /** The token at `start`, which is before the end of the text. `within`: the raw-text tag just opened. */
  token(start: number, within: RawName | null): Token {
    this.furthest = start + markLength;
    const token = this.read(start, within);
    token.reach = Math.max(token.length, this.furthest - start) + 1;
    token.isNotable = isNotable(token);
    return token;
  }

  /** Notes that the character at `at` was looked at. */
  look(at: number): void {
    if (at > this.furthest) this.furthest = at;
  }

  private read(start: number, within: RawName | null): Reading {
    if (within === null) return this.markup(start, null);
    const end = this.rawEnd(start, within);
    if (end === null || end === start || this.isMarked(start, end))
      return this.markup(start, within);
    return this.rawText(start, end, within);
  }

  private markup(start: number, within: RawName | null): Reading {
    const { text } = this;
    if (text.charCodeAt(start) !== code.lessThan) return this.textRun(start, start, within);
    const next = text.charCodeAt(start + 1);
    if (startsName(next)) {
      const nameEnd = this.nameEnd(start + 1);
      if (this.mayFollowName(nameEnd)) {
        return readStartTag(this, start, nameEnd, within);
      }
      return this.textRun(start, start + 1, within);
    }
    if (next === code.slash && startsName(text.charCodeAt(start + 2))) {
      return this.endTag(start, within);
    }
    if (text.startsWith('<!--', start)) return this.comment(start, within);
    if (text.startsWith('<![CDATA[', start)) return this.cdata(start, within);
    if (next === code.question) return this.instruction(start, within);
    if (/^<!doctype/i.test(text.slice(start, start + 9))) return this.doctype(start, within);
    return this.textRun(start, start + 1, within);
  }

  nameEnd(at: number): number {
    while (continuesName(this.text.charCodeAt(at))) at += 1;
    this.look(at);
    return at;
  }

  /** `a<b}`: a name that goes on as no tag does was a comparison. */
  private mayFollowName(at: number): boolean {
    const char = this.text.charCodeAt(at);
    return (
      at >= this.text.length ||
      isSpace(char) ||
      char === code.slash ||
      char === code.greaterThan ||
      char === code.lessThan ||
      char === code.doubleQuote ||
      char === code.singleQuote ||
      char === code.equals
    );
  }

  /**
   * Whether the `<` at `at` stands in an expression of the text that begins at `runStart`: `{` before it on
   * its line, `}` after it and no `>`.
   */
  private isInBraces(at: number, runStart: number): boolean {
    const { text } = this;
    let before = at - 1;
    for (; before >= runStart; before -= 1) {
      const char = text.charCodeAt(before);
      if (char === code.openBrace) break;
      if (char === code.closeBrace || char === code.greaterThan || char === code.lineFeed)
        return false;
    }
    if (before < runStart) return false;
    for (let after = at + 1; after < text.length; after += 1) {
      const char = text.charCodeAt(after);
      this.look(after);
      if (char === code.closeBrace) return true;
      if (char === code.greaterThan || char === code.lessThan || char === code.lineFeed)
        return false;
    }
    return false;
  }

  /** Offset of the next `ending` at or after `from`; -1 when there is none. */
  find(ending: string, from: number): number {
    const at = this.gone.has(ending) ? -1 : this.text.indexOf(ending, from);
    if (at < 0) this.gone.add(ending);
    this.look(at < 0 ? this.text.length : at + ending.length);
    return at;
  }

  /** Where the raw text from `start` ends; null when its end tag never comes. */
  private rawEnd(start: number, name: RawName): number | null {
    if (this.gone.has(`</${name}`)) {
      this.look(this.text.length);
      return null;
    }
    const close = closing[name];
    close.lastIndex = start;
    const found = close.exec(this.text);
    if (!found) this.gone.add(`</${name}`);
    this.look(found ? found.index + found[0].length : this.text.length);
    return found?.index ?? null;
  }

  /**
   * The framework puts a raw body into a CDATA section. One whose author did so in part it leaves alone, and
   * then the rest is markup.
   */
  private isMarked(start: number, end: number): boolean {
    return this.text.slice(start, end).includes('<![CDATA[');
  }

  private rawText(start: number, end: number, within: RawName): Reading {
    const length = end - start;
    const body = this.text.slice(start, end);
    const problems: TokenProblem[] = [];
    characterProblems(body, 0, problems);
    return { kind: 'raw', start, index: 0, length, reach: 0, isNotable: false, within, problems };
  }

  private textRun(start: number, from: number, within: RawName | null): Reading {
    const { text } = this;
    const problems: TokenProblem[] = [];
    if (from > start) problems.push({ code: 'stray-less-than', start: 0, end: 1 });
    let at = from;
    for (;;) {
      at = text.indexOf('<', at);
      if (at < 0) {
        at = text.length;
        break;
      }
      this.look(at + markLength);
      if (this.opensMarkup(at, start)) break;
      problems.push({ code: 'stray-less-than', start: at - start, end: at - start + 1 });
      at += 1;
    }
    const run = text.slice(start, at);
    const isBlank = run.trim() === '';
    if (!isBlank) {
      referenceProblems(run, 0, problems, this.strict);
      for (let end = run.indexOf(']]>'); end >= 0; end = run.indexOf(']]>', end + 3)) {
        problems.push({ code: 'cdata-end-in-text', start: end, end: end + 3 });
      }
    }
    const length = at - start;
    return {
      kind: 'text',
      start,
      index: 0,
      length,
      reach: 0,
      isNotable: false,
      within,
      problems,
      isBlank,
    };
  }

  private opensMarkup(at: number, runStart: number): boolean {
    const { text } = this;
    const next = text.charCodeAt(at + 1);
    if (startsName(next))
      return this.mayFollowName(this.nameEnd(at + 1)) && !this.isInBraces(at, runStart);
    if (next === code.slash) return startsName(text.charCodeAt(at + 2));
    if (next === code.question) return true;
    if (next !== code.exclamation) return false;
    return (
      text.startsWith('<!--', at) ||
      text.startsWith('<![CDATA[', at) ||
      /^<!doctype/i.test(text.slice(at, at + 9))
    );
  }

  private endTag(start: number, within: RawName | null): Reading {
    const { text } = this;
    const problems: TokenProblem[] = [];
    const nameEnd = this.nameEnd(start + 2);
    const name = this.kept(text.slice(start + 2, nameEnd));
    if (!isXmlName(name)) problems.push({ code: 'bad-tag-name', start: 2, end: nameEnd - start });
    let at = nameEnd;
    while (isSpace(text.charCodeAt(at))) at += 1;
    if (text.charCodeAt(at) === code.greaterThan) {
      at += 1;
    } else {
      // What stands between the name and the `>` of the same tag is passed over.
      const close = /[^<>\n]*>/y;
      close.lastIndex = at;
      const rest = close.exec(text);
      this.look(rest ? at + rest[0].length : lineEnd(text, at));
      problems.push(
        rest
          ? { code: 'stray-in-tag', start: at - start, end: at - start + rest[0].length - 1 }
          : { code: 'unclosed-tag', start: 0, end: nameEnd - start },
      );
      at = rest ? at + rest[0].length : nameEnd;
    }
    const length = at - start;
    return {
      kind: 'end',
      start,
      index: 0,
      length,
      reach: 0,
      isNotable: false,
      within,
      problems,
      name,
    };
  }

  private comment(start: number, within: RawName | null): Reading {
    const close = this.find('-->', start + 4);
    const problems: TokenProblem[] = [];
    // One that is being typed ends with its line: what follows is shown as it was.
    const end = close < 0 ? lineEnd(this.text, start) : close + 3;
    const length = end - start;
    if (close < 0) problems.push({ code: 'unclosed-comment', start: 0, end: 4 });
    const body = this.text.slice(start + 4, close < 0 ? end : close);
    const dashes = /--|-$/.exec(body);
    if (dashes) {
      const at = 4 + dashes.index;
      problems.push({ code: 'comment-dashes', start: at, end: at + dashes[0].length });
    }
    characterProblems(body, 4, problems);
    return {
      kind: 'comment',
      start,
      index: 0,
      length,
      reach: 0,
      isNotable: false,
      within,
      problems,
    };
  }

  private cdata(start: number, within: RawName | null): Reading {
    const close = this.find(']]>', start + 9);
    const problems: TokenProblem[] = [];
    const end = close < 0 ? this.text.length : close + 3;
    const length = end - start;
    if (close < 0) problems.push({ code: 'unclosed-cdata', start: 0, end: 9 });
    characterProblems(this.text.slice(start, end), 0, problems);
    return { kind: 'cdata', start, index: 0, length, reach: 0, isNotable: false, within, problems };
  }

  private instruction(start: number, within: RawName | null): Reading {
    const close = this.find('?>', start + 2);
    const end = close < 0 ? this.text.length : close + 2;
    const length = end - start;
    const [, target = ''] =
      /^<\?([^ \t\r\n?]*)/.exec(this.text.slice(start, Math.min(end, start + 99))) ?? [];
    const problems: TokenProblem[] = [];
    const isDeclaration = target === 'xml';
    const reserved = !isDeclaration && target.toLowerCase() === 'xml';
    const named = isXmlName(target) && !target.includes(':');
    const declared = !isDeclaration || xmlDeclaration.test(this.text.slice(start, end));
    if (close < 0 || reserved || !named || !declared) {
      problems.push({
        code: 'bad-instruction',
        start: 0,
        end: Math.min(length, 2 + target.length),
      });
    }
    characterProblems(this.text.slice(start, end), 0, problems);
    return {
      kind: 'instruction',
      start,
      index: 0,
      length,
      reach: 0,
      isNotable: false,
      within,
      problems,
      target: this.kept(target),
    };
  }

  private doctype(start: number, within: RawName | null): Reading {
    const { text } = this;
    const shape = /<!doctype[^>[]*(?:\[[^\]]*\][^>]*)?>/iy;
    shape.lastIndex = start;
    const found = shape.exec(text);
    const problems: TokenProblem[] = [];
    // The word is upper case in XML, and a name follows it.
    if (!found || !/^<!DOCTYPE\s+[A-Za-z_]/.test(found[0])) {
      problems.push({ code: 'bad-doctype', start: 0, end: 9 });
    }
    const length = found ? found[0].length : 9;
    if (!found) this.look(text.length);
    return {
      kind: 'doctype',
      start,
      index: 0,
      length,
      reach: 0,
      isNotable: false,
      within,
      problems,
    };
  }
}

/** A token while it is made. */
type Reading = Token & { reach: number; isNotable: boolean };

/** The longest mark that tells what a `<` begins: `<![CDATA[` or `<!DOCTYPE`. */
const markLength = 9;

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

const xmlDeclaration =
  /^<\?xml\s+version\s*=\s*(?:"1\.[0-9]+"|'1\.[0-9]+')(?:\s+encoding\s*=\s*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*\?>$/;

const closing: Record<RawName, RegExp> = {
  script: /<\/script\s*>/gi,
  style: /<\/style\s*>/gi,
  'q:python': /<\/q:python\s*>/gi,
  'q:class': /<\/q:class\s*>/gi,
  'q:pyclass': /<\/q:pyclass\s*>/gi,
};

function isNotable(token: Token): boolean {
  if (token.problems.length > 0) return true;
  if (token.kind === 'start') {
    return token.prefixes.length > 0 || (token.selfClosing && rawNameOf(token.name) !== null);
  }
  return token.kind === 'doctype' || token.kind === 'instruction';
}

/** The raw-text tag whose body follows `token`. */
export function opensRawText(token: Token | undefined): RawName | null {
  return token?.kind === 'start' && !token.selfClosing ? rawNameOf(token.name) : null;
}
