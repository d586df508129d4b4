import type { ByNameServerState } from '../../../src/protocol/datasourceByName.js';
import type { Datasource, DockerInfo } from '../../../src/protocol/datasources.js';

/** A datasource as the service answers it, with what a test says about it. */
export function datasource(own: Partial<Datasource> = {}): Datasource {
  return {
    ...{ id: 1, projectId: 1, name: 'shop-db', type: 'postgresql', connectionType: 'docker' },
    ...{ containerId: 'c1', image: 'postgres:16-alpine', volume: 'v1', host: '127.0.0.1' },
    ...{ port: 5432, databaseName: 'quantumdb', username: 'quantum', hasPassword: true },
    ...{ tls: false, status: 'running', healthStatus: 'healthy', setupStatus: 'ready' },
    ...{ badge: 'ready', error: null, autoStart: true, autoSetup: true, jobId: null },
    ...{ startedAt: null, version: 1 },
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    ...own,
  };
}

export const docker = (available: boolean): DockerInfo => ({
  ...{ available, address: 'unix:///var/run/docker.sock', source: 'default' },
  ...{ version: null, apiVersion: null, connectHost: '127.0.0.1', connectWay: 'here' },
  connectWords: 'at 127.0.0.1',
  ...{ problem: available ? null : 'Docker does not answer: it is not there.', repair: null },
  ...{ reason: available ? null : 'it is not there' },
});

export const byName = (enabled: boolean): ByNameServerState => ({
  ...{ enabled, listening: enabled, problem: null, repair: null },
  address: 'http://localhost:8000/api/datasources/by-name/',
});
