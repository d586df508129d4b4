import { endOfNode, startOf, type Element, type Node } from '../syntax/element.js';
import { endOf } from '../syntax/token.js';
import { columnsOf } from './columns.js';
import { isScript, isStyle, stripsText } from './elementKinds.js';
import type { FormatOptions } from './formatOptions.js';
import { hasLineBreak } from './lines.js';
import { flatTag } from './startTag.js';

/** How many columns elements take on one line; infinitely many where something in them has several lines. */
export class FlatWidths {
  private readonly known = new Map<Element, number>();

  constructor(
    private readonly text: string,
    private readonly options: FormatOptions,
  ) {}

  of(element: Element): number {
    let width = this.known.get(element);
    if (width === undefined) {
      width = this.measured(element);
      this.known.set(element, width);
    }
    return width;
  }

  private measured(element: Element): number {
    const { tag, endTag, children } = element;
    const { text } = this;
    if (this.hasLaidOutCode(element)) return Infinity;
    let width = this.columns(flatTag(tag, text));
    let at = endOf(tag);
    for (const child of children) {
      // A stray end tag stands between children without being one.
      width += this.columns(text.slice(at, startOf(child))) + this.node(child);
      at = endOfNode(child);
    }
    return endTag
      ? width + this.columns(text.slice(at, endTag.start)) + endTag.name.length + 3
      : width;
  }

  private hasLaidOutCode(element: Element): boolean {
    const { css, js, sql } = this.options.code;
    if ((css && isStyle(element)) || (js && isScript(element))) return true;
    return (
      sql !== null && stripsText(element) && element.children.some(({ kind }) => kind === 'text')
    );
  }

  private node(node: Node): number {
    if (node.kind === 'element') return this.of(node);
    return this.columns(this.text.slice(node.start, endOf(node)));
  }

  private columns(piece: string): number {
    return hasLineBreak(piece) ? Infinity : columnsOf(piece, this.options.tabWidth);
  }
}
