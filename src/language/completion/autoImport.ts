import { placeOfComponent } from '../navigation/moves/fileMove.js';
import { importingRoot, importText } from '../project/writtenImport.js';
import type { SyntaxDocument, TextChange } from '../syntax/document.js';
import { childElements, endOfNode } from '../syntax/element.js';
import { localOf } from '../syntax/names.js';
import { endOf } from '../syntax/token.js';
import type { CompletionData } from './item.js';
import type { LanguageContext } from './languageContext.js';

/**
 * What is written along with a proposal: the import of a component that is called and not imported, behind
 * those that are there. Null where a call finds it by itself, or nothing can be imported.
 */
export function importFor(data: CompletionData, context: LanguageContext): TextChange | null {
  const { project, path: from, document } = context;
  if (data.of !== 'component' || !data.isCalled || !project) return null;
  const component = project.files.get(data.path);
  if (!component) return null;
  const { name, path } = component;
  if (project.component(name, from ?? '')?.path === path) return null;
  const { folder } = placeOfComponent(project.componentPath(path) ?? '');
  const at = folder === '' ? null : placeIn(document);
  if (!at) return null;
  return { start: at.offset, end: at.offset, text: `${at.lead}${importText(name, folder)}` };
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
