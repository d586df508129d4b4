import type { LanguageContext } from '../completion/languageContext.js';
import { usualComponentFolder } from '../project/usualComponentFolder.js';
import type { Element } from '../syntax/element.js';
import { attributeOf } from '../syntax/token.js';

/** Where a new component goes. */
export interface NewComponent {
  readonly name: string;
  /** Below the components folder, as `from` of an import names it. */
  readonly folder: string;
  /** From the project's root. */
  readonly path: string;
}

/** A name and a place for a component that begins with `first`; null outside of a project. */
export function newComponent(context: LanguageContext, first: Element): NewComponent | null {
  const { project } = context;
  if (!project) return null;
  const folder = usualComponentFolder(project);
  const wanted = nameFor(first);
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? wanted : `${wanted}${count}`;
    const path = project.newComponentPath(`${folder}/${name}.q`);
    if (path === null) return null;
    if (!isTaken(name, path, context)) return { name, folder, path };
  }
}

function isTaken(name: string, path: string, context: LanguageContext): boolean {
  const { project, document } = context;
  if (!project || project.hasFile(path) || project.component(name, context.path ?? '')) return true;
  return new RegExp(`[<"']${name}\\b`).test(document.text);
}

/** What an element is called by its class or id, as components are called. */
function nameFor({ tag }: Element): string {
  for (const attribute of ['id', 'class']) {
    const value = attributeOf(tag, attribute)?.value ?? '';
    const [word = ''] = /^[A-Za-z][\w-]*(?=\s|$)/.exec(value) ?? [];
    const name = word
      .split(/[^A-Za-z0-9]+/)
      .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
      .join('');
    if (/[a-z]/.test(name)) return name;
  }
  return 'Part';
}
