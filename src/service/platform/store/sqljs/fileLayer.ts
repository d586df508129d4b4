/** One open file that only grows, except by `truncate`. */
export interface AppendFile {
  /** Writes all of `data` at the end. A failure may leave a part of it behind. */
  append(data: Uint8Array): Promise<void>;
  /** Resolves when every byte written before is on the disk. */
  fdatasync(): Promise<void>;
  truncate(length: number): Promise<void>;
  close(): Promise<void>;
}

/**
 * All the store does with a disk. Paths are absolute. Small, so that the tests can put a disk in
 * its place that records, loses power, fills up or fails.
 */
export interface FileLayer {
  makeDirectory(path: string): Promise<void>;
  /** Names in the folder. */
  list(directory: string): Promise<string[]>;
  readFile(path: string): Promise<Uint8Array>;
  /** Opens to append; `create` makes the file and fails when it is there. */
  open(path: string, how: 'create' | 'existing'): Promise<AppendFile>;
  rename(from: string, to: string): Promise<void>;
  /** Removes the file; no error when it is not there. */
  remove(path: string): Promise<void>;
  /** Makes creations, renames and removals in the folder durable. */
  fsyncDirectory(directory: string): Promise<void>;
  /** Differs whenever the file was replaced; null when it is missing. Answers at once. */
  identity(path: string): string | null;
  /** Name of the network file system the folder lies on; null when it is a local one. */
  networkFilesystem(directory: string): Promise<string | null>;
}

/** Whether a write failed for want of room. */
export function isDiskFull(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    (error.code === 'ENOSPC' || error.code === 'EDQUOT')
  );
}
