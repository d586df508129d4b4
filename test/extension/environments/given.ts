import type { Environment, EnvironmentVariable } from '../../../src/protocol/environments.js';

/** An environment as the service answers it, with what a test says about it. */
export function environment(own: Partial<Environment> = {}): Environment {
  return {
    ...{ id: 1, projectId: 1, name: 'staging', type: 'staging', url: null, config: {} },
    ...{ position: 1, inUse: false, status: 'unknown', checkedAt: null, problem: null },
    ...{ variables: 0, createdAt: '2026-01-01T00:00:00.000Z' },
    updatedAt: '2026-01-01T00:00:00.000Z',
    ...own,
  };
}

/** A variable of the project, with what a test says about it. */
export function variable(own: Partial<EnvironmentVariable> = {}): EnvironmentVariable {
  return {
    ...{ id: 1, projectId: 1, environmentId: null, key: 'GREETING', value: 'Hello' },
    ...{ isSecret: false, description: null, createdAt: '2026-01-01T00:00:00.000Z' },
    updatedAt: '2026-01-01T00:00:00.000Z',
    ...own,
  };
}
