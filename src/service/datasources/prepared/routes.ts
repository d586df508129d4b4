import {
  PreparedVolumes as State,
  SwitchPreparedVolumes,
} from '../../../protocol/preparedVolumes.js';
import type { App } from '../../platform/http/app.js';
import type { PreparedVolumes } from './preparedVolumes.js';

/** The switch of prepared volumes, and which there are. */
export function registerPreparedRoutes(app: App, prepared: PreparedVolumes): void {
  const tags = ['datasources'];
  const config = { auth: 'token' } as const;
  const url = '/api/datasources/prepared-volumes';
  app.get(
    url,
    {
      config,
      schema: {
        operationId: 'getPreparedVolumes',
        summary: 'Whether volumes are prepared for new datasources, and which there are',
        tags,
        response: { 200: State },
      },
    },
    () => prepared.state(),
  );
  app.put(
    url,
    {
      config,
      schema: {
        operationId: 'switchPreparedVolumes',
        summary: 'Switch that on, or off: those that wait are removed',
        tags,
        body: SwitchPreparedVolumes,
        response: { 200: State },
      },
    },
    ({ body }) => prepared.set(body.enabled),
  );
}
