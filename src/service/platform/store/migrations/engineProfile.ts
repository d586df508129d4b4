import type { ColumnBuilderCallback, ColumnDefinitionBuilder } from 'kysely';
import type { ColumnDataType } from 'kysely';
import type { StoreEngine } from '../store.js';

/** What the two engines spell differently, said once. */
export interface EngineProfile {
  /** Type of ids and of whole numbers that may grow large. */
  readonly integer: ColumnDataType;
  /** A primary key that counts up and never comes back, whatever is deleted. */
  readonly id: ColumnBuilderCallback;
}

const profiles: Record<StoreEngine, EngineProfile> = {
  sqljs: {
    integer: 'integer',
    id: (column: ColumnDefinitionBuilder) => column.primaryKey().autoIncrement(),
  },
  postgres: {
    integer: 'bigint',
    id: (column: ColumnDefinitionBuilder) => column.primaryKey().generatedAlwaysAsIdentity(),
  },
};

export function engineProfile(engine: StoreEngine): EngineProfile {
  return profiles[engine];
}
