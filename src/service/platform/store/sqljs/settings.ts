import type { NoMigrations } from 'kysely';
import type { FileLayer } from './fileLayer.js';
import type { Image } from './image.js';

/** What tests and benches set differently. */
export interface SqljsSettings {
  readonly layer?: FileLayer;
  /** Bytes of journal that call for a snapshot. */
  readonly snapshotBytes?: number;
  /** How long one caller may hold the store while others wait. */
  readonly holdLimitMs?: number;
  /** Last migration to apply, the newest by default. */
  readonly migrateTo?: string | NoMigrations;
}

export const defaultHoldLimitMs = 5_000;
const leastBytes = 4 * 1024 * 1024;

/** Snapshots are rare: 4 MB of journal, or a 16th of the image when that is more. More would make recovery slow. */
export function snapshotLimit(settings: SqljsSettings, journalBytes: number, image: Image): number {
  if (settings.snapshotBytes !== undefined) return settings.snapshotBytes;
  // The size is a question to SQLite: asked only once it can matter.
  return journalBytes <= leastBytes ? leastBytes : Math.max(leastBytes, image.sizeBytes / 16);
}
