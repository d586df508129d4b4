import type { Catalogue } from '../catalogue/types.js';
import { documentScope, regionOf } from '../scope/documentScope.js';
import type { DocumentScope, Region } from '../scope/documentScope.js';
import { FactCollector, usesIn, type Facts } from '../scope/facts.js';
import { namesRead } from '../expression/names.js';
import type { ExpressionUse } from '../scope/expressionUse.js';
import type { SyntaxDocument } from '../syntax/document.js';
import type { Element, Node } from '../syntax/element.js';

/** The names of one document, as they are at the moment; kept while it is not edited. */
export class DocumentNames {
  private readonly collector = new FactCollector();
  private at: readonly Node[] | null = null;
  private roots: readonly { readonly facts: Facts; readonly scope: DocumentScope }[] = [];

  constructor(
    private readonly document: SyntaxDocument,
    private readonly catalogue: Catalogue,
    /** From the project's root; `[id].q` binds a name. */
    private readonly path: string | null,
  ) {}

  /** What is bound in the outermost element that holds `element`, and where `element` reads it. */
  around(element: Element): { scope: DocumentScope; region: Region } | null {
    this.refresh();
    let root = element;
    while (root.parent) root = root.parent;
    const scope = this.roots.find(({ facts }) => facts.element === root)?.scope;
    const region = scope ? regionOf(scope, element) : null;
    return scope && region ? { scope, region } : null;
  }

  /** The outermost elements with what is bound in each. */
  outermost(): readonly { readonly facts: Facts; readonly scope: DocumentScope }[] {
    this.refresh();
    return this.roots;
  }

  /** Properties that expressions of the document read behind `path`, in order. */
  propertiesRead(path: readonly string[]): Set<string> {
    this.refresh();
    const found = new Set<string>();
    for (const { facts } of this.roots) {
      for (const use of usesIn(facts)) collect(use, path, found);
    }
    return found;
  }

  private refresh(): void {
    const { document } = this;
    if (this.at === document.nodes) return;
    this.at = document.nodes;
    const { text } = document;
    const surroundings = { text, catalogue: this.catalogue, path: this.path };
    const before = this.roots;
    this.roots = this.collector.of(document, this.catalogue).map((facts, index) => ({
      facts,
      scope: documentScope(facts, surroundings, before[index]?.scope),
    }));
  }
}

const pathsOf = new WeakMap<ExpressionUse, readonly (readonly string[])[]>();

function collect(use: ExpressionUse, path: readonly string[], into: Set<string>): void {
  let paths = pathsOf.get(use);
  if (!paths) {
    const { ast } = use.parsed;
    paths = (ast ? namesRead(ast) : [])
      .map(({ name, path: steps }) => [name, ...membersOf(steps)])
      .filter(({ length }) => length > 1);
    pathsOf.set(use, paths);
  }
  for (const one of paths) {
    const property = one[path.length];
    if (property && path.every((step, index) => one[index] === step)) into.add(property);
  }
}

/** Steps by name; an index into rows is passed over: `rows[0].id` reads `id` of `rows`. */
function membersOf(
  steps: readonly { readonly kind: 'member' | 'index'; readonly name: string | null }[],
): string[] {
  return steps.flatMap(({ kind, name }) => (kind === 'member' && name ? [name] : []));
}
