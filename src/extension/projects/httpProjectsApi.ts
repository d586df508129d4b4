import type { ApiClient } from '../../client/connection.js';
import { dataOf } from '../../client/problemError.js';
import type { ProjectsApi } from './projectsApi.js';

/** Jobs shown on a project's page at most. */
const newestJobs = 20;

/** The projects over the typed client. `client` connects where that is needed. */
export function httpProjectsApi(client: () => Promise<ApiClient>): ProjectsApi {
  const at = (id: number): { params: { path: { id: number } } } => ({ params: { path: { id } } });
  return {
    list: async () => {
      const { GET } = await client();
      return dataOf(GET('/api/projects'));
    },
    detail: async (id) => {
      const { GET } = await client();
      return dataOf(GET('/api/projects/{id}', at(id)));
    },
    create: async (body) => {
      const { POST } = await client();
      return dataOf(POST('/api/projects', { body }));
    },
    open: async (body) => {
      const { POST } = await client();
      return dataOf(POST('/api/projects/open', { body }));
    },
    update: async (id, body) => {
      const { PUT } = await client();
      return dataOf(PUT('/api/projects/{id}', { ...at(id), body }));
    },
    remove: async (id) => {
      const { DELETE } = await client();
      await dataOf(DELETE('/api/projects/{id}', at(id)));
    },
    consequences: async (id) => {
      const { GET } = await client();
      return dataOf(GET('/api/projects/{id}/consequences', at(id)));
    },
    templates: async () => {
      const { GET } = await client();
      return dataOf(GET('/api/templates'));
    },
    installFramework: async (id) => {
      const { POST } = await client();
      return dataOf(POST('/api/projects/{id}/framework/install', at(id)));
    },
    variableNames: async (id) => {
      const { GET } = await client();
      return (await dataOf(GET('/api/projects/{id}/variables', at(id)))).names;
    },
    environment: async (id) => {
      const { POST } = await client();
      const { variables } = await dataOf(POST('/api/projects/{id}/variables', at(id)));
      return variables;
    },
    jobs: async (projectId) => {
      const { GET } = await client();
      return dataOf(GET('/api/jobs', { params: { query: { projectId, limit: newestJobs } } }));
    },
  };
}
