import path from 'node:path';
import { watch } from 'chokidar';

export interface FolderWatch {
  close(): Promise<void>;
}

export interface FolderWatchOptions {
  readonly root: string;
  /** Whether a folder of that name is passed over. */
  readonly skips: (name: string) => boolean;
  /** Something happened to the file or folder at `place`, absolute; look at it to learn what. */
  readonly onHint: (place: string) => void;
  /** A folder came or went: what happened in it meanwhile may have been missed. */
  readonly onFolder: () => void;
  readonly onError: (error: unknown) => void;
}

/**
 * Watches the folders below a root, links not followed, and resolves when all of them are watched. Files are
 * not watched one by one: their folders tell of them, and there are far fewer of those.
 */
export async function watchFolder(options: FolderWatchOptions): Promise<FolderWatch> {
  const { root, skips, onHint, onFolder, onError } = options;
  const watcher = watch(root, {
    ignoreInitial: true,
    followSymlinks: false,
    atomic: false,
    ignored: (place, stats) =>
      stats?.isFile() === true || (place !== root && skips(path.basename(place))),
  });
  watcher.on('raw', (_event, name: string | null, details) => {
    const folder = (details as { watchedPath?: string }).watchedPath;
    if (folder !== undefined) onHint(path.join(folder, name ?? '.'));
  });
  for (const event of ['addDir', 'unlinkDir'] as const) {
    watcher.on(event, (place: string) => {
      onHint(place);
      onFolder();
    });
  }
  watcher.on('error', onError);
  await new Promise<void>((resolve) => watcher.once('ready', resolve));
  return { close: () => watcher.close() };
}
