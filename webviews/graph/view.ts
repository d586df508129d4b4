/** A way to show a graph: as a picture, or as a list that says the same. */
export interface GraphView {
  readonly root: Element;
  /** Shows which node is chosen, and what it has to do with. */
  choose(id: string | null): void;
  /** Puts the keyboard on a node, and the node into what is seen. */
  reach(id: string): void;
  /** Sets the nodes that are looked for apart from the others; null: nothing is looked for. */
  mark(hits: ReadonlySet<string> | null): void;
  /** The node that a key leads to from another; null where it leads nowhere. */
  next(id: string, key: string): string | null;
}
