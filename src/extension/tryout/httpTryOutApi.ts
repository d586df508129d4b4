import type { ApiClient } from '../../client/connection.js';
import { dataOf } from '../../client/problemError.js';
import type { TryOutApi } from './tryOutApi.js';

/** Try-outs over the typed client. `client` connects where that is needed. */
export function httpTryOutApi(client: () => Promise<ApiClient>): TryOutApi {
  const at = (id: number): { path: { id: number } } => ({ path: { id } });
  return {
    form: async (id, body) => {
      const { POST } = await client();
      return dataOf(POST('/api/projects/{id}/try-out/form', { params: at(id), body }));
    },
    send: async (id, body) => {
      const { POST } = await client();
      return dataOf(POST('/api/projects/{id}/try-out', { params: at(id), body }));
    },
    saveTest: async (id, body) => {
      const { POST } = await client();
      return dataOf(POST('/api/projects/{id}/try-out/test', { params: at(id), body }));
    },
    asset: async (id, target, url) => {
      const { GET } = await client();
      const params = { ...at(id), query: { target, url } };
      return dataOf(GET('/api/projects/{id}/try-out/asset', { params }));
    },
    history: async (id) => {
      const { GET } = await client();
      return dataOf(GET('/api/projects/{id}/try-out/history', { params: at(id) }));
    },
    clearHistory: async (id) => {
      const { DELETE } = await client();
      await dataOf(DELETE('/api/projects/{id}/try-out/history', { params: at(id) }));
    },
  };
}
