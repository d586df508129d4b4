import { pathToFileURL } from 'node:url';
import type { LanguageContext } from '../language/completion/languageContext.js';
import { configurationFile } from '../language/project/roles.js';
import { pathOf } from './applications.js';
import {
  ConfigurationFile,
  PageDocument,
  type OpenDocument,
  type Surroundings,
} from './openDocument.js';
import { fileIn, type Projects } from './projects.js';

export interface OtherPagesDeps {
  readonly projects: Projects;
  /** The documents that are open now. */
  readonly open: () => readonly OpenDocument[];
}

/** The pages of one project for the time of one answer: open ones as they are in the editor, others from disk. */
export class OtherPages {
  private readonly pages = new Map<LanguageContext['document'], PageDocument>();

  /** @param around of any page of the project */
  constructor(
    private readonly around: Surroundings,
    private readonly deps: OtherPagesDeps,
  ) {}

  /** With a page that is at hand. */
  with(page: PageDocument): this {
    this.pages.set(page.syntax, page);
    return this;
  }

  /** By its path from the project's root; null when there is none. */
  readonly read = async (path: string): Promise<LanguageContext | null> => {
    const { root } = this.around;
    if (root === null) return null;
    const file = fileIn(root, path);
    const open = this.opened(file);
    const page = open?.kind === 'page' ? open : await this.closed(path, file);
    if (!page) return null;
    this.pages.set(page.syntax, page);
    return page.context(this.deps.projects.view(root));
  };

  /** The configuration of the project; null when there is none. */
  async configuration(): Promise<ConfigurationFile | null> {
    const file = fileIn(this.around.root ?? '', configurationFile);
    const open = this.opened(file);
    if (open?.kind === 'configuration') return open;
    const text = await this.textOf(configurationFile);
    return text === null ? null : new ConfigurationFile(pathToFileURL(file).href, 0, text);
  }

  /** The text of a file of the project that is not open; null when there is none. */
  async textOf(path: string): Promise<string | null> {
    const { root } = this.around;
    return root === null ? null : ((await this.deps.projects.live(root)?.textOf(path)) ?? null);
  }

  /** The document that a context given out here is of. */
  of({ document }: LanguageContext): PageDocument {
    const page = this.pages.get(document);
    if (!page) throw new Error('A document of another answer.');
    return page;
  }

  /** The address of a file of the project. */
  uriOf(path: string): string {
    return pathToFileURL(fileIn(this.around.root ?? '', path)).href;
  }

  private opened(file: string): OpenDocument | undefined {
    return this.deps.open().find(({ uri }) => pathOf(uri) === file);
  }

  private async closed(path: string, file: string): Promise<PageDocument | null> {
    const text = await this.textOf(path);
    if (text === null) return null;
    const page = new PageDocument(pathToFileURL(file).href, 0, text);
    page.place({ ...this.around, path });
    return page;
  }
}
