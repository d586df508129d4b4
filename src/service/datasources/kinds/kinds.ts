import type { DatasourceKind, DatasourceType } from '../../../protocol/datasources.js';
import type { Kind } from './kind.js';
import { mongodb } from './mongodb.js';
import { mariadb, mysql } from './mysqlFamily.js';
import { postgresql } from './postgresql.js';
import { redis } from './redis.js';
import { sqlite } from './sqlite.js';

const kinds: Readonly<Record<DatasourceType, Kind>> = {
  ...{ postgresql, mysql, mariadb, mongodb, redis, sqlite },
};

export const kindOf = (type: DatasourceType): Kind => kinds[type];

/** What forms offer: images that are still looked after come first. */
export function offeredKinds(now: Date): DatasourceKind[] {
  return Object.values(kinds).map((kind) => ({
    type: kind.type,
    title: kind.title,
    connectionTypes: [...kind.connectionTypes],
    images: offeredImages(kind, now),
    port: kind.port,
    databaseName: kind.databaseName,
    username: kind.username,
    inFramework: kind.inFramework,
  }));
}

/** The images of a kind, those past their end of life last. */
export function offeredImages({ images }: Kind, now: Date): DatasourceKind['images'] {
  const today = now.toISOString().slice(0, 10);
  const ended = (until: string | null): number => (until !== null && until < today ? 1 : 0);
  return [...images].sort((one, other) => ended(one.supportedUntil) - ended(other.supportedUntil));
}
