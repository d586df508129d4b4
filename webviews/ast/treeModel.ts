import type { AstNode } from '../../src/protocol/ast.js';

/** Levels are open at first as long as they all come to no more rows than this. */
const firstRows = 300;

/** A node as it is copied. */
export interface CopiedNode extends Omit<AstNode, 'depth'> {
  readonly children?: readonly CopiedNode[];
}

/** A tree whose nodes open and close: which of them are seen, found, and stand where. */
export class TreeModel {
  /** The numbers of the nodes that are seen, in order. */
  rows: readonly number[] = [];
  private readonly parents: Int32Array;
  /** Of each node the number of the first one that is not in it. */
  private readonly ends: Int32Array;
  private readonly keys: Int32Array;
  private readonly openDepth: number;

  /** @param toggled by key: what a person opened and closed; outlives the tree */
  constructor(
    readonly nodes: readonly AstNode[],
    private readonly toggled = new Map<number, boolean>(),
  ) {
    const { length } = nodes;
    this.parents = new Int32Array(length);
    this.ends = new Int32Array(length).fill(length);
    this.keys = new Int32Array(length);
    const around: { index: number; seen: Map<string, number> }[] = [];
    const outermost = new Map<string, number>();
    const perDepth: number[] = [];
    nodes.forEach(({ depth, kind, field }, index) => {
      for (const { index: ended } of around.splice(depth)) this.ends[ended] = index;
      const parent = around.at(-1);
      const seen = parent?.seen ?? outermost;
      const name = `${field ?? ''} ${kind}`;
      const nth = seen.get(name) ?? 0;
      seen.set(name, nth + 1);
      this.parents[index] = parent?.index ?? -1;
      this.keys[index] = hash(parent ? (this.keys[parent.index] ?? 0) : 0, name, nth);
      around.push({ index, seen: new Map() });
      perDepth[depth] = (perDepth[depth] ?? 0) + 1;
    });
    this.openDepth = levelsToOpen(perDepth);
    this.readRows();
  }

  /** A tree of a later text: what was opened and closed stays so, where it still is. */
  with(nodes: readonly AstNode[]): TreeModel {
    return new TreeModel(nodes, this.toggled);
  }

  hasChildren(index: number): boolean {
    return (this.ends[index] ?? 0) > index + 1;
  }

  isOpen(index: number): boolean {
    if (!this.hasChildren(index)) return false;
    const own = this.toggled.get(this.keys[index] ?? 0);
    return own ?? (this.nodes[index]?.depth ?? 0) < this.openDepth;
  }

  setOpen(index: number, isOpen: boolean): void {
    if (!this.hasChildren(index) || this.isOpen(index) === isOpen) return;
    this.toggled.set(this.keys[index] ?? 0, isOpen);
    this.readRows();
  }

  /** Opens the nodes beside `index`, and it. */
  openSiblings(index: number): void {
    for (const sibling of this.siblings(index))
      if (this.hasChildren(sibling)) this.toggled.set(this.keys[sibling] ?? 0, true);
    this.readRows();
  }

  /** Closes all but the outermost. */
  closeAll(): void {
    this.toggled.clear();
    this.nodes.forEach(({ depth }, index) => {
      if (this.hasChildren(index)) this.toggled.set(this.keys[index] ?? 0, depth === 0);
    });
    this.readRows();
  }

  /** Opens what is around a node, so that it is seen. */
  reveal(index: number): void {
    const closed = this.ancestors(index).filter((one) => !this.isOpen(one));
    if (closed.length === 0) return;
    for (const one of closed) this.toggled.set(this.keys[one] ?? 0, true);
    this.readRows();
  }

  /** The node around one; -1 of an outermost one. */
  parentOf(index: number): number {
    return this.parents[index] ?? -1;
  }

  /** How many there are beside a node, with it, and which of them it is, from 1. */
  placeOf(index: number): { readonly position: number; readonly size: number } {
    const siblings = this.siblings(index);
    return { position: siblings.indexOf(index) + 1, size: siblings.length };
  }

  /** Where a node stands: its own place, or that of what is around it. */
  spanOf(index: number): { readonly start: number; readonly end: number } | null {
    for (let at = index; at >= 0; at = this.parentOf(at)) {
      const { start, end } = this.nodes[at] ?? {};
      if (start !== undefined && end !== undefined) return { start, end };
    }
    return null;
  }

  /**
   * The smallest node that holds the place; of several the innermost. A caret between two nodes is in the
   * one behind it. -1 where nothing holds it.
   */
  nodeAt(start: number, end: number): number {
    const inside = this.smallest(
      (from, to) => from <= start && (start === end ? end < to : end <= to),
    );
    return inside >= 0 ? inside : this.smallest((from, to) => from <= start && end <= to);
  }

  private smallest(holds: (start: number, end: number) => boolean): number {
    let found = -1;
    let width = Infinity;
    this.nodes.forEach(({ start, end }, index) => {
      if (start === undefined || end === undefined) return;
      if (end - start > width || !holds(start, end)) return;
      width = end - start;
      found = index;
    });
    return found;
  }

  /** The nodes whose row holds a text, in order. */
  find(text: string): number[] {
    const wanted = text.trim().toLowerCase();
    if (wanted === '') return [];
    return this.nodes.flatMap((node, index) =>
      rowText(node).toLowerCase().includes(wanted) ? [index] : [],
    );
  }

  /** A node and all in it. */
  copy(index: number): CopiedNode | null {
    const node = this.nodes[index];
    if (!node) return null;
    const rest: Omit<AstNode, 'depth'> & { depth?: number } = { ...node };
    delete rest.depth;
    const children: CopiedNode[] = [];
    for (let at = index + 1; at < (this.ends[index] ?? 0); at = this.ends[at] ?? at + 1) {
      const child = this.copy(at);
      if (child) children.push(child);
    }
    return children.length === 0 ? rest : { ...rest, children };
  }

  /** All outermost nodes with all in them. */
  copyAll(): CopiedNode[] {
    return this.siblings(0).flatMap((index) => this.copy(index) ?? []);
  }

  private siblings(index: number): number[] {
    const parent = this.parentOf(index);
    const end = parent < 0 ? this.nodes.length : (this.ends[parent] ?? 0);
    const found: number[] = [];
    for (let at = parent + 1; at < end; at = this.ends[at] ?? at + 1) found.push(at);
    return found;
  }

  private ancestors(index: number): number[] {
    const found: number[] = [];
    for (let at = this.parentOf(index); at >= 0; at = this.parentOf(at)) found.push(at);
    return found;
  }

  private readRows(): void {
    const rows: number[] = [];
    for (let at = 0; at < this.nodes.length;) {
      rows.push(at);
      at = this.isOpen(at) ? at + 1 : (this.ends[at] ?? at + 1);
    }
    this.rows = rows;
  }
}

/** A node's row as a text. */
export function rowText({ field, kind, text }: AstNode): string {
  const named = field === undefined ? kind : `${field}: ${kind}`;
  return text === undefined ? named : `${named} ${text}`;
}

/** How many levels are open at first: those whose rows are few, and one in any case. */
function levelsToOpen(perDepth: readonly number[]): number {
  let rows = 0;
  const tooMany = perDepth.findIndex((count) => (rows += count) > firstRows);
  return Math.max((tooMany < 0 ? perDepth.length : tooMany) - 1, 1);
}

/** FNV-1a over a parent's key, a name and a number. */
function hash(parent: number, name: string, nth: number): number {
  let value = Math.imul(parent ^ 0x811c9dc5, 0x01000193);
  for (let at = 0; at < name.length; at += 1)
    value = Math.imul(value ^ name.charCodeAt(at), 0x01000193);
  return Math.imul(value ^ nth, 0x01000193) | 0;
}
