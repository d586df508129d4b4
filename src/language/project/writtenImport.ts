import type { SyntaxDocument } from '../syntax/document.js';
import type { Element } from '../syntax/element.js';
import { localOf } from '../syntax/names.js';

/** The outermost element imports can stand in: components and applications alone import anything. */
export function importingRoot({ roots }: SyntaxDocument): Element | null {
  const root = roots.find(({ tag }) => ['component', 'application'].includes(localOf(tag.name)));
  return root && !root.tag.isEmpty ? root : null;
}

/** The import of the component `name` in `folder`, below that of the components. */
export function importText(name: string, folder: string, alias = name): string {
  const as = alias === name ? '' : ` as="${alias}"`;
  return `<q:import component="${name}" from="${folder}"${as} />`;
}
