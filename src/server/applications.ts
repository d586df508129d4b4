import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LanguageServerEnvironment } from '../protocol/languageServer.js';
import { configuredFolderAbove } from '../workspace/configuredFolder.js';
import { Application, type ApplicationDeps } from './application.js';

/** The applications of the open documents: one per folder with a configuration, else per workspace folder. */
export class Applications {
  private readonly byRoot = new Map<string, Application>();
  private folders: readonly string[] = [];
  private environment: LanguageServerEnvironment = {
    trusted: false,
    judge: false,
    interpreters: [],
  };

  constructor(private readonly deps: ApplicationDeps) {}

  /** Whether the framework may be asked at all. */
  get enabled(): boolean {
    return this.environment.trusted && this.environment.judge;
  }

  /** Forgets every application: the next question finds its interpreter anew. */
  reset(environment: LanguageServerEnvironment, folders: readonly string[]): void {
    this.environment = environment;
    this.folders = folders;
    this.dispose();
  }

  /** The application of a document. Null for one without a place when no folder is open. */
  async of(file: string | null): Promise<Application | null> {
    const folder = file === null ? this.folders[0] : folderOf(this.folders, file);
    const root =
      (file === null ? null : await configuredFolderAbove(file)) ??
      folder ??
      (file === null ? null : path.dirname(file));
    if (root === null) return null;
    const known = this.byRoot.get(root);
    if (known) return known;
    const chosen = this.environment.interpreters.find(
      (interpreter) => folder !== undefined && pathOf(interpreter.folder) === folder,
    );
    const application = new Application(
      root,
      {
        root,
        ...(folder === undefined ? {} : { within: folder }),
        ...(chosen ? { chosen: chosen.path, chosenSource: chosen.source } : {}),
      },
      this.deps,
    );
    this.byRoot.set(root, application);
    return application;
  }

  all(): Application[] {
    return [...this.byRoot.values()];
  }

  dispose(): void {
    for (const application of this.byRoot.values()) application.dispose();
    this.byRoot.clear();
  }
}

/** The innermost of `folders` that holds `file`. */
function folderOf(folders: readonly string[], file: string): string | undefined {
  return folders
    .filter((folder) => isInside(folder, file))
    .sort((a, b) => b.length - a.length)
    .at(0);
}

/** Whether `file` lies in `folder`, or is it. */
export function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

/** The path of a `file:` URI, null for any other. */
export function pathOf(uri: string): string | null {
  if (!uri.startsWith('file:')) return null;
  try {
    return fileURLToPath(uri);
  } catch {
    return null;
  }
}

/** Open documents and files of the project meet under one key: the path, else the URI. */
export function keyOf(uri: string): string {
  return pathOf(uri) ?? uri;
}
