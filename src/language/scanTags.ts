/** One tag of a document, by offsets. */
export interface Tag {
  readonly kind: 'open' | 'close' | 'self';
  /** As written, with its prefix. Empty while it is being typed. */
  readonly name: string;
  /** Offset of `<`. */
  readonly start: number;
  /** Offset after `>`, or where the text or an unfinished tag ends. */
  readonly end: number;
  readonly attributes: readonly Attribute[];
}

export interface Attribute {
  readonly name: string;
  readonly value: string;
  /** Offset of the value's first character. */
  readonly valueStart: number;
}

/** A comment, or the body of a tag whose content is not markup. */
export interface Opaque {
  readonly kind: 'comment' | 'cdata' | 'raw';
  readonly start: number;
  readonly end: number;
}

export interface Scan {
  readonly tags: readonly Tag[];
  readonly opaque: readonly Opaque[];
}

/** The framework reads the bodies of these as text (in any case of letters). */
const rawText = /^(?:script|style|q:python|q:class|q:pyclass)$/i;
const nameAt = /[A-Za-z_][\w.:-]*/y;
const attributeAt = /([^\s=<>"'/]+)(\s*=\s*)?/y;
const bareValueAt = /[^\s<>"']+/y;

/**
 * The tags of `text`, whatever state it is in: an unfinished tag ends where the next begins. Takes time
 * linear in the text. Says nothing about correctness; that is the framework's to judge.
 */
export function scanTags(text: string): Scan {
  return new Scanner(text).scan();
}

class Scanner {
  private readonly tags: Tag[] = [];
  private readonly opaque: Opaque[] = [];
  /** Ends that occur no more: asked once, so that broken text does not cost a search per tag. */
  private readonly gone = new Set<string>();

  constructor(private readonly text: string) {}

  scan(): Scan {
    const { text } = this;
    for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) at = this.construct(at);
    return { tags: this.tags, opaque: this.opaque };
  }

  /** Reads what begins with the `<` at `start`; returns where to go on. */
  private construct(start: number): number {
    const { text } = this;
    if (text.startsWith('<!--', start)) return this.block('comment', start, '-->');
    if (text.startsWith('<![CDATA[', start)) return this.block('cdata', start, ']]>');
    if (text.startsWith('<?', start)) return this.find('?>', start + 2);
    if (text.startsWith('<!', start)) return this.find('>', start + 2);
    const close = text.charCodeAt(start + 1) === 47;
    const name = this.match(nameAt, start + (close ? 2 : 1))?.[0] ?? '';
    // `a < b`: not a tag to anyone.
    if (name === '' && !close) return start + 1;
    const nameEnd = start + (close ? 2 : 1) + name.length;
    if (close) return this.closeTag(start, name, nameEnd);
    const tag = this.openTag(start, name, nameEnd);
    this.tags.push(tag);
    if (tag.kind === 'open' && rawText.test(name)) return this.rawBody(name, tag.end);
    return tag.end;
  }

  private closeTag(start: number, name: string, nameEnd: number): number {
    const rest = this.match(/\s*>/y, nameEnd);
    const end = nameEnd + (rest?.[0].length ?? 0);
    this.tags.push({ kind: 'close', name, start, end, attributes: [] });
    return end;
  }

  private openTag(start: number, name: string, nameEnd: number): Tag {
    const { text } = this;
    const attributes: Attribute[] = [];
    let at = nameEnd;
    for (;;) {
      at += this.match(/\s*/y, at)?.[0].length ?? 0;
      const char = text[at];
      if (char === undefined || char === '<') {
        return { kind: 'open', name, start, end: at, attributes };
      }
      if (char === '>') return { kind: 'open', name, start, end: at + 1, attributes };
      if (char === '/' && text[at + 1] === '>') {
        return { kind: 'self', name, start, end: at + 2, attributes };
      }
      const attribute = this.match(attributeAt, at);
      if (!attribute) {
        at += 1;
        continue;
      }
      const [all, attributeName = '', equals] = attribute;
      at += all.length;
      if (equals === undefined) {
        attributes.push({ name: attributeName, value: '', valueStart: at });
        continue;
      }
      const value = this.value(at);
      attributes.push({ name: attributeName, value: value.text, valueStart: value.start });
      at = value.end;
    }
  }

  private value(at: number): { text: string; start: number; end: number } {
    const quote = this.text[at];
    if (quote !== '"' && quote !== "'") {
      const bare = this.match(bareValueAt, at)?.[0] ?? '';
      return { text: bare, start: at, end: at + bare.length };
    }
    const start = at + 1;
    const end = this.closingQuote(quote, start);
    if (end !== null) return { text: this.text.slice(start, end), start, end: end + 1 };
    const line = this.match(/[^\r\n<>]*/y, start)?.[0] ?? '';
    return { text: line, start, end: start + line.length };
  }

  /** A quote that closes only after a line beginning with a tag was forgotten, not opened there. */
  private closingQuote(quote: string, start: number): number | null {
    for (let at = start; at < this.text.length; at += 1) {
      const char = this.text[at];
      if (char === quote) return at;
      if (char === '\n' && /\s*<[/A-Za-z]/y.test(this.text.slice(at + 1, at + 200))) return null;
    }
    return null;
  }

  private rawBody(name: string, start: number): number {
    const close = new RegExp(`</${name}\\s*>`, 'gi');
    close.lastIndex = start;
    const key = `</${name.toLowerCase()}`;
    const found = this.gone.has(key) ? null : close.exec(this.text);
    if (!found) {
      this.gone.add(key);
      // Without an end the rest is read as markup, so that the outline survives while it is typed.
      return start;
    }
    this.opaque.push({ kind: 'raw', start, end: found.index });
    return found.index;
  }

  private block(kind: 'comment' | 'cdata', start: number, ending: string): number {
    const end = this.find(ending, start + 4);
    this.opaque.push({ kind, start, end });
    return end;
  }

  /** Offset after the next `ending`; the end of the text when there is none. */
  private find(ending: string, from: number): number {
    const at = this.gone.has(ending) ? -1 : this.text.indexOf(ending, from);
    if (at >= 0) return at + ending.length;
    this.gone.add(ending);
    return this.text.length;
  }

  private match(pattern: RegExp, at: number): RegExpExecArray | null {
    pattern.lastIndex = at;
    return pattern.exec(this.text);
  }
}
