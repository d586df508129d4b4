import type {
  Environment,
  EnvironmentConfig,
  EnvironmentVariable,
} from '../../protocol/environments.js';
import type { EnvironmentRow } from './environmentRepository.js';
import type { VariableRow } from './variableRepository.js';

export const environmentOf = (row: EnvironmentRow): Environment => ({
  ...{ id: row.id, projectId: row.project_id, name: row.name, type: row.type, url: row.url },
  config: JSON.parse(row.config) as EnvironmentConfig,
  ...{ position: row.position, inUse: row.in_use === 1, status: row.status },
  ...{ checkedAt: row.checked_at, problem: row.problem, variables: Number(row.variables) },
  ...{ createdAt: row.created_at, updatedAt: row.updated_at },
});

/** `value`: null for a secret. */
export const variableOf = (row: VariableRow, value: string | null): EnvironmentVariable => ({
  ...{ id: row.id, projectId: row.project_id, environmentId: row.environment_id },
  ...{ key: row.key, value, isSecret: row.is_secret === 1, description: row.description },
  ...{ createdAt: row.created_at, updatedAt: row.updated_at },
});
