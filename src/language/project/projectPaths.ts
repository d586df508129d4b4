import type { ConfigurationView } from './projectView.js';

/** Folders of a project that nobody reads: what the framework's own tests skip, and what it writes. */
export const unreadFolders: ReadonlySet<string> = new Set(
  '.git node_modules __pycache__ data .quantum .venv venv dist'.split(' '),
);

/** Whether a path lies where nobody looked: in a folder that is passed over, or outside of the project. */
export function isUnread(path: string): boolean {
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return true;
  const parts = path.split('/');
  return parts[0] === '..' || parts.slice(0, -1).some((part) => unreadFolders.has(part));
}

/** Where a project keeps what, by its configuration; a folder outside of the project is null. */
export class ProjectPaths {
  private readonly components: string | null;
  private readonly static: string | null;
  /** With `/` behind it; '' for the root. */
  readonly migrations: string;

  constructor(configuration: ConfigurationView | null) {
    this.components = folderOf(configuration?.paths.components ?? 'components');
    this.static = folderOf(configuration?.paths.static ?? 'static');
    this.migrations = folderOf(configuration?.paths.migrations ?? 'migrations') ?? '\0';
  }

  /** From the root, of a path below the components folder. */
  inComponents(below: string): string | null {
    return this.components === null ? null : this.components + below;
  }

  belowComponents(path: string): string | null {
    if (this.components === null || !path.startsWith(this.components)) return null;
    return path.slice(this.components.length);
  }

  /** From the root, of a path below the folder that is served at `/static/`. */
  inStatic(below: string): string | null {
    return this.static === null ? null : this.static + below;
  }
}

/** `./components` as `components/`, the root as ''. */
function folderOf(written: string): string | null {
  if (isUnread(written)) return null;
  const parts: string[] = [];
  for (const part of written.split(/[\\/]/)) {
    if (part === '..' && parts.length === 0) return null;
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.length === 0 ? '' : `${parts.join('/')}/`;
}
