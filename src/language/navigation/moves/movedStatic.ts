import { decodeAttribute } from '../../expression/entities.js';
import { decodedAddress } from '../../project/links.js';
import type { ProjectView } from '../../project/projectView.js';
import type { Moves } from './fileMove.js';
import { staticAddress } from './movedAddress.js';

const served = '/static/';

export function isStaticAddress(address: string): boolean {
  return address.startsWith(served);
}

/**
 * The address of a static file once it moved, as written in an attribute. Of one that ends in an expression
 * (`/static/products/{image}`) the folder is followed, where all that is in it goes together. Null: as it was.
 */
export function movedStatic(written: string, project: ProjectView, moves: Moves): string | null {
  const brace = written.indexOf('{');
  const literal = brace < 0 ? written : written.slice(0, written.lastIndexOf('/', brace) + 1);
  if (!isStaticAddress(literal)) return null;
  const below = decodedAddress(decodeAttribute(literal).text).slice(served.length);
  const from = project.staticPath(below);
  const root = project.staticPath('');
  if (from === null || root === null) return null;
  const to = brace < 0 ? moves.get(from) : movedFolder(from, project, moves);
  if (to === undefined || !to.startsWith(root)) return null;
  const moved = staticAddress(to.slice(root.length)) + written.slice(literal.length);
  return moved === written ? null : moved;
}

/** Where everything in a folder goes, if it goes to one place; with `/` behind it, as `folder`. */
function movedFolder(folder: string, project: ProjectView, moves: Moves): string | undefined {
  const first = [...moves].find(([from]) => from.startsWith(folder));
  if (!first) return undefined;
  const [from, to] = first;
  const rest = from.slice(folder.length);
  const target = to.slice(0, -rest.length);
  if (!to.endsWith(rest) || !(target === '' || target.endsWith('/'))) return undefined;
  for (const file of project.allFiles) {
    if (!file.startsWith(folder)) continue;
    if (moves.get(file) !== target + file.slice(folder.length)) return undefined;
  }
  return target;
}
