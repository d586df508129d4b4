import type { ApiClient } from '../../client/connection.js';
import { dataOf } from '../../client/problemError.js';
import type { EnvironmentsApi, VariablePlace } from './environmentsApi.js';

/** Environments over the typed client. `client` connects where that is needed. */
export function httpEnvironmentsApi(client: () => Promise<ApiClient>): EnvironmentsApi {
  const at = (id: number): { params: { path: { id: number } } } => ({ params: { path: { id } } });
  return {
    list: async (id) => {
      const { GET } = await client();
      return dataOf(GET('/api/projects/{id}/environments', at(id)));
    },
    variables: async (id) => {
      const { GET } = await client();
      return dataOf(GET('/api/projects/{id}/environment-variables', at(id)));
    },
    create: async (id, body) => {
      const { POST } = await client();
      return dataOf(POST('/api/projects/{id}/environments', { ...at(id), body }));
    },
    update: async (id, body) => {
      const { PUT } = await client();
      return dataOf(PUT('/api/environments/{id}', { ...at(id), body }));
    },
    remove: async (id) => {
      const { DELETE } = await client();
      await dataOf(DELETE('/api/environments/{id}', at(id)));
    },
    check: async (id) => {
      const { POST } = await client();
      return dataOf(POST('/api/environments/{id}/check', at(id)));
    },
    addVariable: async (id, body) => {
      const { POST } = await client();
      return dataOf(POST('/api/projects/{id}/environment-variables', { ...at(id), body }));
    },
    updateVariable: async (place, body) => {
      const { PUT } = await client();
      const params = paramsOf(place);
      return dataOf(PUT('/api/projects/{id}/environment-variables/{key}', { params, body }));
    },
    removeVariable: async (place) => {
      const { DELETE } = await client();
      const params = paramsOf(place);
      await dataOf(DELETE('/api/projects/{id}/environment-variables/{key}', { params }));
    },
    value: async (place) => {
      const { POST } = await client();
      const params = paramsOf(place);
      const path = '/api/projects/{id}/environment-variables/{key}/value';
      return (await dataOf(POST(path, { params }))).value;
    },
  };
}

const paramsOf = ({ projectId: id, environmentId, key }: VariablePlace) => ({
  path: { id, key },
  query: environmentId === null ? {} : { environmentId },
});
