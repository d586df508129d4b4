import type { Element } from '../../syntax/element.js';
import { attributeOf, type Attribute } from '../../syntax/token.js';
import type { RenameEdit } from '../rename.js';
import type { ComponentPlace } from './fileMove.js';

/** An import of a component that moves. */
export interface MovedImport {
  readonly element: Element;
  /** Where the component is, and where it goes. */
  readonly old: ComponentPlace;
  readonly place: ComponentPlace;
  /** What the import calls its file then. */
  readonly name: string;
  /** The tag it must be called by, where `name` does not say so. */
  readonly alias: string | null;
}

/** What an import says otherwise once its component has moved. */
export function importEdits({ element, old, place, name, alias }: MovedImport): RenameEdit[] {
  const { tag } = element;
  const component = attributeOf(tag, 'component');
  if (!component) return [];
  const from = attributeOf(tag, 'from');
  const hasMoved = old.folder !== place.folder;
  const { folders, base } = divided(component.value ?? '', from, place.folder, hasMoved);
  const edits: (RenameEdit | null)[] = [];
  const behind = component.end;
  edits.push(valueEdit(component, [...folders, name].join('/')));
  if (hasMoved && from) edits.push(folderEdit(component, from, base));
  if (hasMoved && !from && base !== '') edits.push(insertion(behind, ` from="${base}"`));
  if (alias !== null) edits.push(insertion((from ?? component).end, ` as="${alias}"`));
  return edits.flatMap((edit) =>
    edit ? [{ ...edit, start: tag.start + edit.start, end: tag.start + edit.end }] : [],
  );
}

/** Which folders stand before the name, and which in `from`: as many before the name as there were. */
function divided(
  component: string,
  from: Attribute | undefined,
  folder: string,
  hasMoved: boolean,
): { folders: readonly string[]; base: string } {
  const before = component.split('/').slice(0, -1);
  if (!hasMoved) return { folders: before, base: '' };
  const parts = folder === '' ? [] : folder.split('/');
  const keepsAll = !from && before.length > 0;
  const count = keepsAll ? parts.length : Math.min(before.length, parts.length);
  const at = parts.length - count;
  return { folders: parts.slice(at), base: parts.slice(0, at).join('/') };
}

/** Another folder in `from`. One that stands as this product writes it goes where none is needed. */
function folderEdit(component: Attribute, from: Attribute, folder: string): RenameEdit | null {
  // What leads the framework strips; a slash behind nothing is one behind a folder.
  const [, before = '', inner = '', behind = ''] =
    /^((?:\.{1,2}\/)*(?:\/+(?=[^/]))?)(.*?)(\/*)$/s.exec(from.value ?? '') ?? [];
  const isOurs = before + behind === '' && inner !== '' && from.quote === '"';
  if (folder === '' && isOurs && from.start === component.end + 1) {
    return { start: component.end, end: from.end, text: '' };
  }
  return valueEdit(from, before + folder + behind);
}

function valueEdit({ value, valueStart }: Attribute, text: string): RenameEdit | null {
  if (value === null || value === text) return null;
  return { start: valueStart, end: valueStart + value.length, text };
}

function insertion(at: number, text: string): RenameEdit {
  return { start: at, end: at, text };
}
