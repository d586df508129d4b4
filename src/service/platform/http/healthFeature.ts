import { Health } from '../../../protocol/service.js';
import type { Feature } from '../feature.js';

/** `GET /health`: alive and which version, to anyone who asks; nothing more. */
export function healthFeature(version: string): Feature {
  return {
    name: 'health',
    routes(app) {
      app.get(
        '/health',
        {
          config: { auth: 'none', duringDrain: true },
          schema: {
            operationId: 'getHealth',
            summary: 'Whether the service is alive',
            tags: ['service'],
            response: { 200: Health },
          },
        },
        () => ({ status: 'alive' as const, version }),
      );
    },
  };
}
