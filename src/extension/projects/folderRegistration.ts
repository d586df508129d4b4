import type { InterpreterSource, OpenProject } from '../../protocol/projects.js';
import { problemCode } from '../platform/problemMessage.js';
import { Signal } from '../platform/signal.js';

/** One folder of the window. */
export interface WindowFolder {
  readonly uri: string;
  readonly path: string;
}

interface Choice {
  readonly path: string;
  readonly source: InterpreterSource;
}

export interface FolderRegistrationOptions {
  readonly folders: () => readonly WindowFolder[];
  readonly isOurs: (folder: WindowFolder) => Promise<boolean>;
  /** When this window opened the folder, ISO 8601. */
  readonly openedAt: (folder: WindowFolder) => string;
  readonly interpreter: (folder: WindowFolder) => Choice | null;
  readonly open: (folder: OpenProject) => Promise<unknown>;
  readonly onError: (folder: WindowFolder, error: unknown) => void;
}

/**
 * Registers the window's folders as projects. A call during a run causes one more run, never two at
 * once: folder events come in bursts, and every run asks the disk and the service.
 */
export class FolderRegistration {
  readonly #options: FolderRegistrationOptions;
  readonly #changes = new Signal<undefined>();
  readonly onDidChange = this.#changes.on;
  /** The last choice told for a folder: one that is taken back has to be told as well. */
  readonly #told = new Map<string, Choice | null>();
  #staysDeleted: readonly WindowFolder[] = [];
  #running: Promise<void> | undefined;
  #again = false;

  constructor(options: FolderRegistrationOptions) {
    this.#options = options;
  }

  /** Folders whose project was deleted while they were open here. */
  get staysDeleted(): readonly WindowFolder[] {
    return this.#staysDeleted;
  }

  /** Resolves when a run that began after this call has ended. Never rejects. */
  async sync(): Promise<void> {
    this.#again = true;
    this.#running ??= this.#run().finally(() => (this.#running = undefined));
    return this.#running;
  }

  /** A person asks for the folders whose projects stay deleted. @throws the service's problem */
  async addAnew(): Promise<void> {
    for (const { path } of this.#staysDeleted) await this.#options.open({ rootPath: path });
    await this.sync();
  }

  async #run(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      const deleted: WindowFolder[] = [];
      for (const folder of this.#options.folders()) {
        if (await this.#staysDeletedAfterOpening(folder)) deleted.push(folder);
      }
      this.#staysDeleted = deleted;
      this.#changes.fire(undefined);
    }
  }

  async #staysDeletedAfterOpening(folder: WindowFolder): Promise<boolean> {
    const { isOurs, openedAt, interpreter, open, onError } = this.#options;
    try {
      if (!(await isOurs(folder))) return false;
      const chosen = interpreter(folder);
      const nothingToTell = chosen === null && (this.#told.get(folder.uri) ?? null) === null;
      await open({
        rootPath: folder.path,
        openedAt: openedAt(folder),
        ...(nothingToTell ? {} : { interpreter: chosen?.path ?? null }),
        ...(chosen === null ? {} : { interpreterSource: chosen.source }),
      });
      this.#told.set(folder.uri, chosen);
    } catch (error) {
      if (problemCode(error) === 'not-found') return true;
      onError(folder, error);
    }
    return false;
  }
}
