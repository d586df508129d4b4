import { placeOfComponent } from '../navigation/moves/fileMove.js';
import type { ComponentSummary } from '../project/componentSummary.js';
import { importingRoot, importText } from '../project/writtenImport.js';
import type { SyntaxDocument, TextChange } from '../syntax/document.js';
import { childElements, endOfNode } from '../syntax/element.js';
import { localOf } from '../syntax/names.js';
import { endOf } from '../syntax/token.js';
import type { LanguageContext } from './languageContext.js';

/** Writes the imports of components that are called and not imported, behind those that are there. */
export class AutoImport {
  private readonly at: { readonly offset: number; readonly lead: string } | null;

  constructor(private readonly context: LanguageContext) {
    this.at = placeIn(context.document);
  }

  /** What imports a component; null where a call finds it by itself, or nothing can be imported. */
  for({ name, path }: ComponentSummary): TextChange | null {
    const { project, path: from } = this.context;
    if (!this.at || !project || project.component(name, from ?? '')?.path === path) return null;
    const place = placeOfComponent(project.componentPath(path) ?? '');
    if (place.folder === '') return null;
    const text = `${this.at.lead}${importText(name, place.folder)}`;
    return { start: this.at.offset, end: this.at.offset, text };
  }
}

/** Behind the last import of the document, else where its body begins; null where nothing is imported. */
function placeIn(document: SyntaxDocument): { offset: number; lead: string } | null {
  const root = importingRoot(document);
  if (!root) return null;
  const { text } = document;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const children = childElements(root);
  const last = children.findLast(({ tag }) => localOf(tag.name) === 'import');
  const beside = last ?? children[0];
  const indentation = beside && /[\r\n]([ \t]*)$/.exec(text.slice(0, beside.tag.start))?.[1];
  const offset = last ? endOfNode(last) : endOf(root.tag);
  return { offset, lead: `${lineEnd}${indentation ?? '  '}` };
}
