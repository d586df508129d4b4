import { DockerSettings } from '../../../protocol/docker.js';
import type { App } from '../../platform/http/app.js';
import { callerOf } from '../../platform/http/callerOf.js';
import type { StoredEngineChoice } from './engineChoice.js';

/** Which engine is used, where the environment's is not the one. */
export function registerDockerSettingsRoutes(app: App, choice: StoredEngineChoice): void {
  const config = { auth: 'token' } as const;
  const tags = ['docker'];
  app.get(
    '/api/docker/settings',
    {
      config,
      schema: {
        operationId: 'getDockerSettings',
        summary: 'What was chosen instead of the engine of the environment',
        tags,
        response: { 200: DockerSettings },
      },
    },
    () => choice.get(),
  );
  app.put(
    '/api/docker/settings',
    {
      config,
      schema: {
        operationId: 'setDockerSettings',
        summary: 'Choose the engine and where its ports are connected to; null for the usual',
        tags,
        body: DockerSettings,
        response: { 200: DockerSettings },
      },
    },
    ({ body, headers }) => choice.set(body, callerOf(headers)),
  );
}
