import { catalogueFor } from '../../../src/language/catalogue/catalogueFor.js';
import { DocumentNames } from '../../../src/language/completion/documentNames.js';
import type { LanguageContext } from '../../../src/language/completion/languageContext.js';
import { movedFiles, type FileMove } from '../../../src/language/navigation/moves/fileMove.js';
import { editsForMoves } from '../../../src/language/navigation/moves/moveFiles.js';
import type { ReadDocument } from '../../../src/language/navigation/projectDocuments.js';
import type { Rename } from '../../../src/language/navigation/rename.js';
import { indexOf } from '../../../src/language/project/checkFiles.js';
import type { ProjectView } from '../../../src/language/project/projectView.js';
import { SyntaxDocument } from '../../../src/language/syntax/document.js';

/** A project of texts that can be asked and edited. */
export class EditedProject {
  private readonly index;
  private readonly contexts = new Map<string, LanguageContext>();

  constructor(readonly texts: ReadonlyMap<string, string>) {
    this.index = indexOf(new Map(texts));
  }

  readonly read: ReadDocument = (path) => Promise.resolve(this.context(path));

  context(path: string): LanguageContext | null {
    const text = this.texts.get(path);
    if (text === undefined) return null;
    let context = this.contexts.get(path);
    if (!context) {
      const document = new SyntaxDocument(text, path.endsWith('.test.q') ? 'test' : 'page');
      const catalogue = catalogueFor(null);
      const names = new DocumentNames(document, catalogue, path);
      context = { document, catalogue, path, project: this.index, names };
      this.contexts.set(path, context);
    }
    return context;
  }

  /** What the index knows of it. */
  get project(): ProjectView {
    return this.index;
  }

  /** The project after files or folders moved, with all that had to be said otherwise. */
  async moved(moves: readonly FileMove[]): Promise<EditedProject> {
    const files = movedFiles(moves, this.texts.keys());
    const edited = this.edited(await editsForMoves(files, this.index, this.read));
    return new EditedProject(
      new Map([...edited].map(([path, text]) => [files.get(path) ?? path, text])),
    );
  }

  /** The project after a rename. */
  renamed({ documents, file }: Rename): EditedProject {
    const texts = this.edited(documents);
    if (file && file.from !== file.to) {
      texts.set(file.to, texts.get(file.from) ?? '');
      texts.delete(file.from);
    }
    return new EditedProject(texts);
  }

  private edited(documents: Rename['documents']): Map<string, string> {
    const texts = new Map(this.texts);
    for (const { path, edits } of documents) {
      let text = texts.get(path ?? '') ?? '';
      for (const edit of [...edits].sort((a, b) => b.start - a.start)) {
        text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
      }
      texts.set(path ?? '', text);
    }
    return texts;
  }
}
