import { conditionText } from '../../../expression/condition.js';
import { decodeAttribute } from '../../../expression/entities.js';
import { namesRead } from '../../../expression/names.js';
import { parseExpression } from '../../../expression/parseExpression.js';
import { placesOf } from '../../../place/place.js';
import { childElements, type Element } from '../../../syntax/element.js';
import { localOf } from '../../../syntax/names.js';
import { attributeOf } from '../../../syntax/token.js';
import type { Report } from '../../rule.js';
import type { DocumentRule } from '../../rules.js';

/**
 * A guard is a top-level `q:if` with a redirect in it. On a page with actions it runs before each of them as
 * well, without the page: a variable of the page would be missing there, so the framework refuses it.
 */
export const guards: DocumentRule = (document, { catalogue, report }) => {
  const [root] = document.roots;
  if (!root || document.dialect === 'test') return;
  const place = placesOf(catalogue).enter(root.tag.name);
  if (place.name !== 'q:component') return;
  const top = childElements(root);
  if (!top.some(({ tag }) => place.enter(tag.name).name === 'q:action')) return;
  const isGuard = new Set<Element>();
  for (const [at, element] of top.entries()) {
    if (nameOf(element) !== 'if') continue;
    const branches = [element, ...siblingBranches(top, at)];
    if (branches.some(hasRedirect)) for (const one of branches) isGuard.add(one);
  }
  if (isGuard.size === 0) return;
  const defined = new Set<string>();
  define(
    top.filter((one) => !isGuard.has(one)),
    defined,
  );
  for (const guard of isGuard) check(guard, defined, report);
};

const nameOf = ({ tag }: Element): string => localOf(tag.name);

/** Branches that follow a `q:if` as its siblings. */
function siblingBranches(elements: readonly Element[], at: number): Element[] {
  const branches: Element[] = [];
  for (const element of elements.slice(at + 1)) {
    if (nameOf(element) !== 'else' && nameOf(element) !== 'elseif') break;
    branches.push(element);
  }
  return branches;
}

function hasRedirect(branch: Element): boolean {
  return childElements(branch).some((child) => {
    const name = nameOf(child);
    if (name === 'redirect') return true;
    return (name === 'if' || name === 'else' || name === 'elseif') && hasRedirect(child);
  });
}

/** Names that the statements of the page bind, as far as the framework looks for them here. */
function define(elements: readonly Element[], defined: Set<string>): void {
  for (const element of elements) {
    const name = nameOf(element);
    if (name === 'action' || name === 'function' || !isStatement(element)) continue;
    if (name === 'if' || name === 'else' || name === 'elseif' || name === 'loop') {
      define(childElements(element), defined);
      continue;
    }
    const bound = attributeOf(element.tag, 'name')?.value;
    if (!bound || bound.includes('.')) continue;
    defined.add(bound);
    if (name !== 'param') defined.add(`${bound}_result`);
  }
}

function isStatement({ tag }: Element): boolean {
  return tag.name.startsWith('q:');
}

function check(element: Element, defined: ReadonlySet<string>, report: Report): void {
  const attribute = attributeOf(element.tag, 'condition');
  if (attribute?.value) {
    const condition = conditionText(decodeAttribute(attribute.value));
    const read = namesRead(parseExpression(condition.text).ast).find(({ name }) =>
      defined.has(name),
    );
    if (read) {
      const message = `A q:if that redirects also runs before each action of the page, where ${read.name} does not exist: the page is refused. Read a scope (session.x), or protect the page with require_auth.`;
      report.atValue('guard-reads-page', element, attribute, message);
    }
  }
  for (const child of childElements(element)) {
    const name = nameOf(child);
    if (name === 'if' || name === 'else' || name === 'elseif') check(child, defined, report);
  }
}
