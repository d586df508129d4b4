import type { SyntaxDocument, TextChange } from '../syntax/document.js';
import { endOfNode, type Element, type Node } from '../syntax/element.js';
import { endOf } from '../syntax/token.js';
import { writeComment } from './comment.js';
import { contentOf, type Content, type Gap, type Item } from './content.js';
import {
  hasLooseEdges,
  isBlock,
  isPreformatted,
  isScript,
  isStyle,
  stripsText,
} from './elementKinds.js';
import { cssLines, jsLines, sqlLines } from './embeddedCode.js';
import { FlatWidths } from './flatWidths.js';
import type { FormatOptions } from './formatOptions.js';
import { hasLineBreak, lineEnd, lineStart } from './lines.js';
import { Output } from './output.js';
import { writeStartTag } from './startTag.js';

/** From `start` to before `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The changes after which `document` is laid out as `options` say, in order; none where it is. Nothing changes
 * that the framework's parser sees: white space goes where it drops it, and between attributes.
 *
 * An element is left as it is while a tag in it has no partner, or something right in it is not well-formed:
 * how it is meant is not known yet. Whole elements in it are laid out from where they stand.
 */
export function formatDocument(document: SyntaxDocument, options: FormatOptions): TextChange[] {
  return new Layout(document, options, null).changes();
}

/** The changes that lay out the lines of `span`, and the elements which begin on them. */
export function formatSpan(
  document: SyntaxDocument,
  options: FormatOptions,
  span: Span,
): TextChange[] {
  return new Layout(document, options, {
    start: lineStart(document.text, span.start),
    end: lineEnd(document.text, span.end),
  }).changes();
}

class Layout {
  private readonly output: Output;
  private readonly widths: FlatWidths;
  private readonly text: string;
  private end: number;
  /** The last line of the output on which an element stands behind text. */
  private textLine = -1;

  constructor(
    private readonly document: SyntaxDocument,
    private readonly options: FormatOptions,
    /** What is laid out; null: all of it. */
    private readonly span: Span | null,
  ) {
    this.text = document.text;
    this.output = new Output(this.text, options);
    this.widths = new FlatWidths(this.text, options);
    this.end = span?.end ?? this.text.length;
  }

  changes(): TextChange[] {
    const content = contentOf(null, this.document.nodes, this.text);
    const last = content.items.length;
    if (last === 0) return [];
    for (const [at, gap] of content.gaps.entries()) {
      if (at === 0) this.edge(gap, '');
      else if (at < last) this.gap(gap, '', isBoundary(null, content, at));
      else this.edge(gap, this.options.endsWithNewline ? this.output.lineEnd : '');
      this.item(content.items[at], gap);
    }
    return this.span ? this.output.edits : this.output.withLineEnds();
  }

  /** What stands before and after everything. */
  private edge(gap: Gap, text: string): void {
    const { start, end } = gap;
    if (gap.isFree && this.reaches(end)) this.output.replace(start, end, text);
    else this.output.copy(start, end);
  }

  private item(item: Item | undefined, before: Gap): void {
    if (!item) return;
    const { node, start, end } = item;
    if (!before.isFree && !this.output.isAtLineStart) this.textLine = this.output.line;
    if (!this.touches(start, end)) this.output.copy(start, end);
    else if (node.kind === 'element') this.element(node);
    else if (node.kind === 'comment') writeComment(item, this.output, this.options);
    else this.output.copy(start, end);
  }

  private element(element: Element): void {
    const { output, options } = this;
    const { tag, endTag } = element;
    if (this.span && tag.start >= this.span.start && tag.start <= this.end) {
      this.end = Math.max(this.end, endOfNode(element));
    }
    const { column, indentation } = output;
    if (!element.isBalanced || !this.touches(tag.start, endOf(tag)))
      output.copy(tag.start, endOf(tag));
    else writeStartTag(tag, this.isInText ? null : indentation, output, options);
    if (isPreformatted(element)) this.preformatted(element, indentation);
    else this.children(element, indentation, column);
    if (!endTag) return;
    const nameEnd = endTag.start + 2 + endTag.name.length;
    output.copy(endTag.start, nameEnd);
    if (!element.isBalanced || endTag.problems.length > 0) output.copy(nameEnd, endOf(endTag));
    else output.replace(nameEnd, endOf(endTag), '>');
  }

  private preformatted(element: Element, indentation: string): void {
    const { output, options } = this;
    const start = endOf(element.tag);
    const end = element.endTag?.start ?? endOfNode(element);
    const inner = indentation + options.unit;
    const lines = this.touches(start, end)
      ? codeLines(element, output.text.slice(start, end), options.code, inner)
      : null;
    if (!lines) output.copy(start, end);
    else output.replace(start, end, ['', ...lines, indentation].join(output.lineEnd));
  }

  private children(element: Element, indentation: string, column: number): void {
    if (element.tag.isEmpty) return;
    const content = contentOf(element, element.children, this.text);
    const isOpen = this.isOpen(element, content, column);
    const inner = indentation + this.options.unit;
    if (stripsText(element) && this.query(content, indentation)) return;
    for (const [at, gap] of content.gaps.entries()) {
      const item = content.items[at];
      const breaks = isOpen && (isBoundary(element, content, at) || this.isFull(gap, item));
      this.gap(gap, item ? inner : indentation, breaks);
      this.item(item, gap);
    }
  }

  /** Writes what a query holds if its SQL is laid out. */
  private query({ items, gaps }: Content, indentation: string): boolean {
    const sql = this.options.code.sql;
    const text = items.filter(({ node }) => node.kind !== 'element').at(0);
    const at = text ? items.indexOf(text) : -1;
    if (!sql || text?.node.kind !== 'text' || gaps[at + 1]?.isFree !== true) return false;
    if (!this.touches(text.start, text.end)) return false;
    const inner = indentation + this.options.unit;
    const lines = sqlLines(this.text.slice(text.start, text.end), sql, inner);
    if (!lines) return false;
    for (const [index, gap] of gaps.entries()) {
      const item = items[index];
      const isFree = gap.isFree || index === at;
      this.gap({ ...gap, isFree }, item ? inner : indentation, true);
      if (item !== text) this.item(item, gap);
      else this.output.replace(item.start, item.end, lines.join(this.output.lineEnd).trimStart());
    }
    return true;
  }

  /** Whether blocks in the element stand on lines of their own: it has several lines, or one that is too long. */
  private isOpen(element: Element, { items, gaps }: Content, column: number): boolean {
    if (gaps.some(({ isFree }) => !isFree)) return false;
    if (!gaps.some((_, at) => isBoundary(element, { items, gaps }, at))) return false;
    if (gaps.some(({ start, end }) => hasLineBreak(this.text.slice(start, end)))) return true;
    return !this.isInText && column + this.widths.of(element) > this.options.width;
  }

  /** Whether the element after a space does not fit on the line any more. */
  private isFull(gap: Gap, item: Item | undefined): boolean {
    if (gap.start === gap.end || item?.node.kind !== 'element') return false;
    return this.output.column + 1 + this.widths.of(item.node) > this.options.width;
  }

  private gap(gap: Gap, indentation: string, breaks: boolean): void {
    const { start, end, isFree } = gap;
    const isChanged = isFree && this.reaches(end);
    const lines = isChanged ? this.lines(gap) : [];
    if (!isChanged || (lines.length < 2 && !breaks)) {
      this.output.copy(start, end);
      return;
    }
    const { lineEnd } = this.output;
    const kept = lines.length > 2 ? lines.slice(0, 2) : lines.slice(0, 1);
    const isTrimmed = this.options.trimsTrailingSpace || lines.length < 2;
    const before = isTrimmed ? kept.map(() => '') : kept;
    this.output.replace(start, end, `${before.join(lineEnd)}${lineEnd}${indentation}`);
  }

  /** Lines of text are not broken because they are long: their white space is drawn. */
  private get isInText(): boolean {
    return this.textLine === this.output.line;
  }

  private lines({ start, end }: Gap): string[] {
    return this.text.slice(start, end).split(/\r\n|\r|\n/);
  }

  /** Whether white space is laid out: what follows it, at `end`, is. */
  private reaches(end: number): boolean {
    return this.touches(end, end);
  }

  private touches(start: number, end: number): boolean {
    return this.span === null || (end >= this.span.start && start <= this.end);
  }
}

/** The lines of a style or a script, where they are laid out. */
function codeLines(
  element: Element,
  body: string,
  { css, js }: FormatOptions['code'],
  indentation: string,
): string[] | null {
  if (css && isStyle(element)) return cssLines(body, css, indentation);
  return js && isScript(element) ? jsLines(body, js, indentation) : null;
}

/** Whether a line may end in the gap at `at` where none does: white space is not seen there by browsers. */
function isBoundary(parent: Element | null, { items }: Content, at: number): boolean {
  const before = items[at - 1]?.node;
  const after = items[at]?.node;
  if (before && after) {
    return isElement(before) && isElement(after) && (isBlock(before) || isBlock(after));
  }
  if (parent === null || !hasLooseEdges(parent)) return false;
  return before !== undefined || (after !== undefined && (isElement(after) || stripsText(parent)));
}

function isElement(node: Node): node is Element {
  return node.kind === 'element';
}
