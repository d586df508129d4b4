import { configurationFile } from '../../language/project/roles.js';
import type { Burst } from './fileBursts.js';

/** What a burst of saves asks for. */
export interface BurstEffect {
  /** Why the server is to start anew; null: it goes on. */
  readonly restart: string | null;
  /** Files that pages are made of. */
  readonly sources: readonly string[];
  /** Some of them came or went: other addresses may have a page. */
  readonly moved: boolean;
  /** Any page may be another now. */
  readonly isForAll: boolean;
  /** Addresses of style sheets, and of what else is served as it is. */
  readonly styles: readonly string[];
  readonly assets: readonly string[];
}

export interface ProjectFolders {
  /** From the root, with `/` at the end: `static/`. */
  readonly static: string;
  readonly migrations: string;
}

/** Files the framework or the application writes while it runs. */
const written = /(?:^|\/)(?:\.quantum|logs|uploads)(?:\/|$)|\.(?:db|sqlite3?|log|pid)(?:-\w+)?$/;

/** What to do about a burst. Databases and logs, tests and hidden files concern no page. */
export function effectOf({ files, moved }: Burst, folders: ProjectFolders): BurstEffect {
  const seen = files.filter((file) => !written.test(file) && !isHidden(file));
  const restarting = seen.find((file) => needsRestart(file, folders));
  const isStatic = (file: string): boolean => file.startsWith(folders.static);
  const address = (file: string): string => `/static/${file.slice(folders.static.length)}`;
  const served = seen.filter(isStatic);
  const sources = seen.filter((file) => file.endsWith('.q') && !file.endsWith('.test.q'));
  const hasMoved = sources.some((file) => moved.includes(file));
  const data = seen.filter(
    (file) => !isStatic(file) && !file.endsWith('.q') && !needsRestart(file, folders),
  );
  return {
    restart: restarting === undefined ? null : `${restarting} changed`,
    ...{ sources, moved: hasMoved, isForAll: data.length > 0 || hasMoved },
    styles: served.filter((file) => file.endsWith('.css')).map(address),
    assets: served.filter((file) => !file.endsWith('.css')).map(address),
  };
}

function needsRestart(file: string, { migrations }: ProjectFolders): boolean {
  return file === configurationFile || file.endsWith('.py') || file.startsWith(migrations);
}

function isHidden(file: string): boolean {
  return file.split('/').some((part) => part.startsWith('.') || part.endsWith('~'));
}
