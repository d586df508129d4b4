import { elementsNamed } from '../../completion/elementNames.js';
import type { LanguageContext } from '../../completion/languageContext.js';
import type { ComponentSummary } from '../../project/componentSummary.js';
import type { ProjectView } from '../../project/projectView.js';
import { isComponentName } from '../../project/summarise.js';
import type { SyntaxDocument } from '../../syntax/document.js';
import type { Element } from '../../syntax/element.js';
import { attributeOf } from '../../syntax/token.js';
import type { RenameEdit } from '../rename.js';
import { placeOfComponent, tagCalling, type ComponentPlace, type Moves } from './fileMove.js';
import { importEdits, type MovedImport } from './movedImport.js';
import { addedImports, needlessImports, type NeededImport } from './neededImports.js';

/** What a document has to say otherwise so that it finds the components it calls where they go. */
export function movedComponentEdits(context: LanguageContext, moves: Moves): RenameEdit[] {
  const { project, document } = context;
  return project ? new MovedComponents(document, project, moves).edits() : [];
}

/** Where a component is, and where it goes. */
interface Move {
  readonly old: ComponentPlace;
  readonly place: ComponentPlace;
}

class MovedComponents {
  private readonly calls: ReadonlyMap<string, readonly Element[]>;
  private readonly imports: ReadonlyMap<string, Element>;
  /** Tags that are called otherwise then. */
  private readonly renamed = new Map<string, string>();

  constructor(
    private readonly document: SyntaxDocument,
    private readonly project: ProjectView,
    private readonly moves: Moves,
  ) {
    this.calls = callsIn(document);
    this.imports = importsIn(document);
  }

  edits(): RenameEdit[] {
    const moved = [...this.imports].flatMap(([tag, element]) => this.import(tag, element) ?? []);
    const needed = [...this.calls.keys()].flatMap((tag) => this.needed(tag) ?? []);
    const go = needlessImports(this.document, this.needless(moved));
    const stay = moved.filter(({ element }) => !go.includes(element));
    return [
      ...addedImports(this.document, needed, go),
      ...stay.flatMap(importEdits),
      ...[...this.renamed].flatMap(([tag, to]) =>
        (this.calls.get(tag) ?? []).flatMap((call) => tagEdits(call, to)),
      ),
    ];
  }

  private import(tag: string, element: Element): MovedImport | null {
    const component = attributeOf(element.tag, 'component')?.value ?? '';
    const from = attributeOf(element.tag, 'from')?.value ?? null;
    const move = this.moveOf(this.project.imported(component, from));
    if (!move) return null;
    const { old, place } = move;
    const written = component.slice(component.lastIndexOf('/') + 1);
    const isNamed = Boolean(attributeOf(element.tag, 'as')?.value);
    const isExact = written === old.name && (isNamed || isComponentName(place.name));
    const called = place.folder === '' && !isExact ? tagCalling(place.name) : null;
    const name = called ?? place.name;
    if (isNamed) return { element, ...move, name, alias: null };
    const alias = name === tag || this.isFree(name) ? null : tag;
    if (alias === null) this.renamed.set(tag, name);
    return { element, ...move, name, alias };
  }

  /** The import that a call without one needs from now on; null where it needs none. */
  private needed(tag: string): NeededImport | null {
    if (this.imports.has(tag)) return null;
    const move = this.moveOf(this.project.component(tag, ''));
    if (!move) return null;
    const { old, place } = move;
    const name = place.folder === '' ? tagCalling(place.name) : place.name;
    const isFree = name !== null && old.name !== place.name && this.isFree(name);
    if (isFree) this.renamed.set(tag, name);
    return place.folder === '' ? null : { tag: isFree ? name : tag, place };
  }

  /** Imports of what is found without them, by the tags they are called by. */
  private needless(moved: readonly MovedImport[]): Map<Element, NeededImport> {
    const found = new Map<Element, NeededImport>();
    for (const { element, old, place, alias } of moved) {
      const tag = tagOf(element);
      const then = this.renamed.get(tag) ?? tag;
      const isFound = place.folder === '' && alias === null && tagCalling(place.name) === then;
      if (isFound && this.calls.has(tag)) found.set(element, { tag, place: old });
    }
    return found;
  }

  private moveOf(file: ComponentSummary | null): Move | null {
    const from = file && this.project.componentPath(file.path);
    const moved = file && this.moves.get(file.path);
    const to = moved === null || moved === undefined ? null : this.project.componentPath(moved);
    if (from === null || to === null) return null;
    return { old: placeOfComponent(from), place: placeOfComponent(to) };
  }

  /** Whether a tag can be called so, and nothing here is. */
  private isFree(tag: string): boolean {
    const isTag = /^\w+$/.test(tag) && isComponentName(tag);
    return isTag && !this.calls.has(tag) && !this.imports.has(tag);
  }
}

function callsIn({ tokens }: SyntaxDocument): Map<string, Element[]> {
  const calls = new Map<string, Element[]>();
  for (const token of tokens) {
    if (token.kind !== 'start' || !token.element || !isComponentName(token.name)) continue;
    const same = calls.get(token.name);
    if (same) same.push(token.element);
    else calls.set(token.name, [token.element]);
  }
  return calls;
}

/** By the tags they give; of two the last counts. */
function importsIn(document: SyntaxDocument): Map<string, Element> {
  const imports = elementsNamed(document, 'q:import', 'import');
  return new Map(imports.map((element) => [tagOf(element), element]));
}

function tagOf({ tag }: Element): string {
  return attributeOf(tag, 'as')?.value || (attributeOf(tag, 'component')?.value ?? '');
}

function tagEdits({ tag, endTag }: Element, name: string): RenameEdit[] {
  const start = tag.start + 1;
  const edits = [{ start, end: start + tag.name.length, text: name }];
  if (endTag?.name !== tag.name) return edits;
  const end = endTag.start + 2;
  return [...edits, { start: end, end: end + tag.name.length, text: name }];
}
