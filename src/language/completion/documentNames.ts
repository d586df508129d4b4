import type { Catalogue } from '../catalogue/types.js';
import { regionOf, type DocumentScope } from '../scope/documentScope.js';
import { usesIn } from '../scope/facts.js';
import type { Region } from '../scope/region.js';
import { scopesOf, type Outermost } from '../scope/scopesOf.js';
import { namesRead } from '../expression/names.js';
import type { ExpressionUse } from '../scope/expressionUse.js';
import type { SyntaxDocument } from '../syntax/document.js';
import type { Element } from '../syntax/element.js';

/** The names of one document, as they are at the moment; kept while it is not edited. */
export class DocumentNames {
  constructor(
    private readonly document: SyntaxDocument,
    private readonly catalogue: Catalogue,
    /** From the project's root; `[id].q` binds a name. */
    private readonly path: string | null,
  ) {}

  /** What is bound in the outermost element that holds `element`, and where `element` reads it. */
  around(element: Element): { scope: DocumentScope; region: Region } | null {
    let root = element;
    while (root.parent) root = root.parent;
    const scope = this.outermost().find(({ facts }) => facts.element === root)?.scope;
    const region = scope ? regionOf(scope, element) : null;
    return scope && region ? { scope, region } : null;
  }

  /** The outermost elements with what is bound in each. */
  outermost(): readonly Outermost[] {
    return scopesOf(this.document, this.catalogue, this.path);
  }

  /**
   * Properties that expressions of the document read behind `path`, in order. `written`: the one at the
   * caret, which tells nothing as long as it stands there alone.
   */
  propertiesRead(path: readonly string[], written: string): string[] {
    const found = new Map<string, number>();
    for (const { facts } of this.outermost()) {
      for (const use of usesIn(facts)) collect(use, path, found);
    }
    return [...found].flatMap(([name, count]) => (name === written && count === 1 ? [] : [name]));
  }

  /** Properties that expressions of the document read of anything, what most of them read first. */
  allPropertiesRead(written: string): string[] {
    const counts = new Map<string, number>();
    for (const { facts } of this.outermost()) {
      for (const use of usesIn(facts)) {
        for (const [, ...steps] of readPaths(use)) {
          for (const step of steps) counts.set(step, (counts.get(step) ?? 0) + 1);
        }
      }
    }
    const known = [...counts].filter(([name, count]) => name !== written || count > 1);
    return known.sort(([, a], [, b]) => b - a).map(([name]) => name);
  }
}

const pathsOf = new WeakMap<ExpressionUse, readonly (readonly string[])[]>();

/** What an expression reads of names: `user.address.street`. */
function readPaths(use: ExpressionUse): readonly (readonly string[])[] {
  let paths = pathsOf.get(use);
  if (!paths) {
    const { ast } = use.parsed;
    paths = (ast ? namesRead(ast) : [])
      .map(({ name, path: steps }) => [name, ...membersOf(steps)])
      .filter(({ length }) => length > 1);
    pathsOf.set(use, paths);
  }
  return paths;
}

function collect(use: ExpressionUse, path: readonly string[], into: Map<string, number>): void {
  for (const one of readPaths(use)) {
    const property = one[path.length];
    if (property && path.every((step, index) => one[index] === step)) {
      into.set(property, (into.get(property) ?? 0) + 1);
    }
  }
}

/** Steps by name; an index into rows is passed over: `rows[0].id` reads `id` of `rows`. */
function membersOf(
  steps: readonly { readonly kind: 'member' | 'index'; readonly name: string | null }[],
): string[] {
  return steps.flatMap(({ kind, name }) => (kind === 'member' && name ? [name] : []));
}
