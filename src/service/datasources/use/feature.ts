import { IdParams } from '../../../protocol/common.js';
import { DatasourceEnvironment, DatasourceUse } from '../../../protocol/datasources.js';
import type { Feature, Platform } from '../../platform/feature.js';
import { DatasourceUses, type UsingProjects } from './datasourceUse.js';

export interface DatasourceUseFeature extends Feature {
  /** Variables for whoever starts a project's server. */
  datasourceEnvironment(projectId: number): Promise<DatasourceEnvironment>;
}

/** Datasources in the configuration of the project that uses them. */
export function datasourceUseFeature(
  platform: Platform,
  projects: UsingProjects,
): DatasourceUseFeature {
  const uses = new DatasourceUses(platform, projects);
  const tags = ['datasources'];
  const config = { auth: 'token' } as const;
  return {
    name: 'datasource use',
    datasourceEnvironment: (projectId) => uses.environment(projectId),
    routes(app) {
      app.post(
        '/api/datasources/:id/use',
        {
          config,
          schema: {
            operationId: 'useDatasource',
            summary: 'Write the datasource into quantum.config.yaml, its password as a variable',
            tags,
            params: IdParams,
            response: { 200: DatasourceUse },
          },
        },
        ({ params }) => uses.use(params.id),
      );
      app.post(
        '/api/projects/:id/datasource-environment',
        {
          config,
          schema: {
            operationId: 'revealDatasourceEnvironment',
            summary: 'Values of the variables the configuration takes for datasources; audited',
            tags,
            params: IdParams,
            response: { 200: DatasourceEnvironment },
          },
        },
        ({ params }) => uses.reveal(params.id, 'token'),
      );
    },
  };
}
